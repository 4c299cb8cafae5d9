using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>What a collection of Graph answers with, and which query options it understands.</summary>
/// <param name="Context">The end of <c>@odata.context</c>.</param>
/// <param name="Properties">Everything that may be selected.</param>
internal sealed record Resource(string Context, ImmutableArray<string> Properties)
{
    /// <summary>What comes without <c>$select</c>; empty means every property that the object has.</summary>
    public ImmutableArray<string> Defaults { get; init; } = [];

    /// <summary>Options that the service takes, without the dollar sign; others are refused.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Filterable properties and the operators each knows.</summary>
    public ImmutableDictionary<string, string[]> Filters { get; init; } =
        ImmutableDictionary.Create<string, string[]>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The largest <c>$top</c> that is not refused.</summary>
    public int LongestTop { get; init; } = 999;

    public ImmutableArray<string> Expands { get; init; } = [];

    /// <summary>Errors have PIM's doubly nested shape.</summary>
    public bool IsPim { get; init; }

    /// <summary>Directory objects: advanced options ask for the eventual consistency level.</summary>
    public bool IsDirectory { get; init; }

    /// <summary>The object with the selected or default properties, in the order of the object.</summary>
    public JsonObject Project(JsonObject body, ImmutableArray<string> select, string? odataType = null)
    {
        var wanted = select.Length > 0 ? select : Defaults;
        var result = new JsonObject();
        if (odataType is not null)
            result["@odata.type"] = $"#microsoft.graph.{odataType}";
        if (wanted.Length == 0)
        {
            foreach (var (name, value) in body)
            {
                if (Properties.Contains(name, StringComparer.Ordinal))
                    result[name] = value?.DeepClone();
            }

            return result;
        }

        foreach (var name in Properties.Where(name => wanted.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            if (body.TryGetPropertyValue(name, out var value) || !IsLeftOutWhenEmpty(name))
                result[name] = value?.DeepClone();
        }

        return result;
    }

    /// <summary>Refuses whatever this collection does not understand.</summary>
    public void Check(QueryOptions query, ODataFilter? filter, bool isEventual)
    {
        foreach (var name in query.Names.Where(name => name is not ("skiptoken" or "format")))
        {
            if (!Options.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw Refuse($"Query option '${name}' is not allowed.");
        }

        foreach (var name in query.Select.Where(name => !Properties.Contains(name, StringComparer.OrdinalIgnoreCase)))
            throw Refuse($"Parsing OData Select and Expand failed: Could not find a property named '{name}'.");
        foreach (var item in query.Expand.Where(item => !Expands.Contains(item.Name, StringComparer.OrdinalIgnoreCase)))
            throw Refuse($"Parsing OData Select and Expand failed: Could not find a property named '{item.Name}'.");
        CheckFilter(filter);
        if (IsDirectory)
            CheckAdvanced(query, filter, isEventual);
        if (query.Top is { } top && (top < 1 || top > LongestTop))
            throw GraphErrors.BadRequest(
                $"Invalid page size specified: '{top}'. Must be between 1 and {LongestTop} inclusive."
            );
    }

    private static bool IsLeftOutWhenEmpty(string name) => name is "signInActivity";

    private void CheckFilter(ODataFilter? filter)
    {
        if (filter is null)
            return;
        foreach (var comparison in filter.Comparisons)
        {
            if (
                !Filters.TryGetValue(comparison.Property, out var operators)
                || !operators.Contains(comparison.Operator, StringComparer.Ordinal)
            )
                throw Refuse($"Unsupported or invalid query filter clause specified for '{comparison.Property}'.");
            if (IsDirectory && comparison.Values.Length > 15)
                throw TooManyClauses(comparison.Values.Length);
        }

        if (filter.Ors >= 15)
            throw TooManyClauses(filter.Ors + 1);
    }

    private static void CheckAdvanced(QueryOptions query, ODataFilter? filter, bool isEventual)
    {
        var isAdvanced =
            query.Count
            || query.Has("search")
            || (query.Has("orderby") && filter is not null)
            || (
                filter?.Comparisons.Any(comparison => comparison.Operator is "ne" or "endswith" or "contains") ?? false
            );
        if (!isAdvanced)
            return;
        if (!isEventual)
            throw GraphErrors.UnsupportedQuery(
                "Request with $search, $count or an advanced $filter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'"
            );
        if (!query.Count && !query.Has("search"))
            throw GraphErrors.UnsupportedQuery("Unsupported Query. $count=true is required.");
    }

    private GraphRefusal Refuse(string message) =>
        IsPim ? GraphErrors.InvalidPimQuery(message)
        : IsDirectory ? GraphErrors.UnsupportedQuery(message)
        : GraphErrors.BadRequest(message);

    private static GraphRefusal TooManyClauses(int number) =>
        GraphErrors.UnsupportedQuery(
            $"Too many child clauses specified in search filter expression containing 'OR' operators: {number}. Max allowed: 15."
        );
}
