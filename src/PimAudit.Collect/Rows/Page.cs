using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimAudit.Collect;

/// <summary>A page as Graph sends it; it may be empty and still have a next one.</summary>
internal sealed record Page<T>(T[]? Value, [property: JsonPropertyName("@odata.nextLink")] string? NextLink = null);

internal sealed record BatchRequest(string Id, string Method, string Url, Dictionary<string, string>? Headers)
{
    public static readonly Dictionary<string, string> EventualHeaders = new(StringComparer.Ordinal)
    {
        ["ConsistencyLevel"] = "eventual",
    };
}

internal sealed record BatchRequests(BatchRequest[] Requests);

internal sealed record BatchResponses(BatchResponse?[]? Responses);

internal sealed record BatchResponse(
    string Id,
    int Status,
    Dictionary<string, JsonElement>? Headers = null,
    JsonElement Body = default
);

/// <summary>Where Graph spells things in its own way, for every row alike.</summary>
internal static class Spelling
{
    private const string AdministrativeUnits = "administrativeUnits";

    /// <summary>A moment in UTC; the year 1 is how Graph writes "never".</summary>
    public static DateTimeOffset? Moment(DateTimeOffset? value) =>
        value is { Year: > 1 } moment ? moment.ToUniversalTime() : null;

    /// <summary>Graph documents null as no; a property that is not there was not read.</summary>
    /// <exception cref="JsonException">Neither a truth value nor null.</exception>
    public static bool? NullIsNo(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined => null,
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw new JsonException($"Expected a truth value, found {value.ValueKind}."),
        };

    /// <exception cref="JsonException">Neither scope is there.</exception>
    public static string Scope(string? directoryScope, string? appScope) =>
        directoryScope is not null ? Steady(directoryScope)
        : appScope is not null ? "app:" + appScope
        : throw new JsonException("The row has no scope.");

    /// <summary>An id or scope that is compared as text: the same text however Graph spells what is a GUID in it.</summary>
    public static string Steady(string text) =>
        string.Join(
            '/',
            text.Split('/')
                .Select(part =>
                    Guid.TryParseExact(part, "D", out var id) ? id.ToString("D")
                    : Same(part, AdministrativeUnits) ? AdministrativeUnits
                    : part
                )
        );

    /// <summary>Null when it is no text, or broken in the middle of a character.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    public static bool Same(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
