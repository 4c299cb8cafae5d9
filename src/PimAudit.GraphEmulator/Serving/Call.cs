using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>A request being answered: what an endpoint needs to know.</summary>
internal sealed class Call(EmulatedTenant tenant, EmulatorOptions options, bool seesHidden, GraphRequest request)
{
    public EmulatedTenant Tenant => tenant;
    public GraphRequest Request => request;
    public QueryOptions Query { get; } = QueryOptions.Parse(request.RawQuery);

    /// <summary>The token carries Member.Read.Hidden.</summary>
    public bool SeesHiddenMemberships => seesHidden;

    public ODataFilter? Filter => field ??= Query.Filter is null ? null : FilterParser.Parse(Query.Filter);

    /// <summary>One page of the rows that the filter leaves, with a link to the next.</summary>
    public JsonObject List(Resource resource, IEnumerable<JsonObject> rows, Func<JsonObject, JsonObject>? shape = null)
    {
        resource.Check(Query, Filter, request.IsEventual);
        var filter = Filter;
        var all = Sort(Search(filter is null ? rows : rows.Where(filter.Matches))).Skip(Query.Skip ?? 0).ToList();
        var size = Math.Min(Query.Top ?? options.PageSize, options.LongestPage);
        var offset = Paging.Offset(request, Query.SkipToken);
        var isFirst = Query.SkipToken is null;
        if (options.EmptyFirstPages && isFirst && all.Count > size)
            return Page(resource, [], all.Count, next: 0);
        shape ??= row => resource.Project(row, Query.Select);
        var page = all.Skip(offset).Take(size).Select(shape);
        var next = offset + size < all.Count ? offset + size : (int?)null;
        return Page(resource, page, isFirst && Query.Count ? all.Count : null, next);
    }

    /// <summary>A single object.</summary>
    public JsonObject One(Resource resource, JsonObject body, string? odataType = null)
    {
        (resource with { Options = ["select"] }).Check(Query, filter: null, request.IsEventual);
        var result = new JsonObject { ["@odata.context"] = ContextOf(resource) + "/$entity" };
        foreach (var (name, value) in resource.Project(body, Query.Select, odataType))
            result[name] = value?.DeepClone();
        return result;
    }

    private JsonObject Page(Resource resource, IEnumerable<JsonObject> rows, int? count, int? next)
    {
        var result = new JsonObject { ["@odata.context"] = ContextOf(resource) };
        if (count is not null && Query.Count)
            result["@odata.count"] = count;
        if (next is { } offset)
            result["@odata.nextLink"] = $"{request.Base}v1.0{request.RawPath}?{Paging.NextQuery(request, offset)}";
        result["value"] = new JsonArray([.. rows]);
        return result;
    }

    private string ContextOf(Resource resource) => $"{request.Base}v1.0/$metadata#{resource.Context}";

    private IEnumerable<JsonObject> Search(IEnumerable<JsonObject> rows)
    {
        if (!Query.Has("search"))
            return rows;
        var (property, text) = Query.SearchTerm();
        var term = new Comparison(property, "contains", [text]);
        return rows.Where(row => ODataFilter.Holds(term, row));
    }

    private IEnumerable<JsonObject> Sort(IEnumerable<JsonObject> rows)
    {
        if (Query.OrderBy is not { } order)
            return rows;
        var words = order.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string Key(JsonObject row) => row[words[0]]?.ToString() ?? "";
        return words is [_, "desc"]
            ? rows.OrderByDescending(Key, StringComparer.OrdinalIgnoreCase)
            : rows.OrderBy(Key, StringComparer.OrdinalIgnoreCase);
    }
}
