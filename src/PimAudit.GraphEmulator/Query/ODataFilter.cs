using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>A comparison inside a filter.</summary>
/// <param name="Property">As written, with slashes for a path.</param>
/// <param name="Operator">In lower case: <c>eq</c>, <c>ne</c>, <c>ge</c>, <c>in</c>, <c>startswith</c>, ...</param>
/// <param name="Values">Text of the literals; null for the literal null.</param>
/// <param name="IsText">The one literal stands in quotes.</param>
internal sealed record Comparison(
    string Property,
    string Operator,
    ImmutableArray<string?> Values,
    bool IsText = false
);

/// <summary>A parsed <c>$filter</c>.</summary>
internal sealed class ODataFilter
{
    private readonly Func<JsonObject, bool> test;

    public ODataFilter(
        Func<JsonObject, bool> test,
        ImmutableArray<Comparison> comparisons,
        bool isConjunction,
        bool isDisjunction,
        int ors
    )
    {
        this.test = test;
        Comparisons = comparisons;
        IsConjunction = isConjunction;
        IsDisjunction = isDisjunction;
        Ors = ors;
    }

    /// <summary>Every comparison, from left to right.</summary>
    public ImmutableArray<Comparison> Comparisons { get; }

    /// <summary>Only <c>and</c> joins them.</summary>
    public bool IsConjunction { get; }

    /// <summary>Only <c>or</c> joins them.</summary>
    public bool IsDisjunction { get; }

    /// <summary>How many times <c>or</c> stands in it.</summary>
    public int Ors { get; }

    public bool Matches(JsonObject body) => test(body);

    /// <summary>The one value that the property must equal, if the filter says so by itself.</summary>
    public string? Equal(string property) =>
        !IsConjunction
            ? null
            : Comparisons
                .FirstOrDefault(comparison =>
                    comparison.Operator is "eq"
                    && string.Equals(comparison.Property, property, StringComparison.OrdinalIgnoreCase)
                )
                ?.Values[0];

    public static bool Holds(Comparison comparison, JsonObject body)
    {
        var value = TextAt(body, comparison.Property);
        var wanted = comparison.Values[0];
        return comparison.Operator switch
        {
            "eq" => Same(value, wanted),
            "ne" => !Same(value, wanted),
            "in" => comparison.Values.Any(each => Same(value, each)),
            "startswith" => value?.StartsWith(wanted ?? "", StringComparison.OrdinalIgnoreCase) ?? false,
            "endswith" => value?.EndsWith(wanted ?? "", StringComparison.OrdinalIgnoreCase) ?? false,
            "contains" => value?.Contains(wanted ?? "", StringComparison.OrdinalIgnoreCase) ?? false,
            "ge" => value is not null && string.CompareOrdinal(value, wanted) >= 0,
            "gt" => value is not null && string.CompareOrdinal(value, wanted) > 0,
            "le" => value is not null && string.CompareOrdinal(value, wanted) <= 0,
            _ => value is not null && string.CompareOrdinal(value, wanted) < 0,
        };
    }

    private static bool Same(string? value, string? wanted) =>
        string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    private static string? TextAt(JsonObject body, string path)
    {
        JsonNode? node = body;
        foreach (var step in path.Split('/'))
            node = node is JsonObject inner && inner.TryGetPropertyValue(step, out var next) ? next : null;
        return node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => null,
            JsonValueKind.String => node.GetValue<string>(),
            _ => node.ToJsonString(),
        };
    }
}
