using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>A request being answered: what an endpoint needs to know.</summary>
internal sealed class Call(EmulatedTenant tenant, EmulatorOptions options, GraphRequest request)
{
    public EmulatedTenant Tenant => tenant;
    public GraphRequest Request => request;
    public QueryOptions Query { get; } = QueryOptions.Parse(request.RawQuery);

    /// <summary>The token carries Member.Read.Hidden.</summary>
    public bool SeesHiddenMemberships => request.Caller.SeesHiddenMembers;

    /// <summary>Objects of the kind may be read; else they are known by their ids only.</summary>
    public bool MayRead(EntryKind kind) => Permissions.Suffice(kind, request.Caller);

    public ODataFilter? Filter => field ??= Query.Filter is null ? null : FilterParser.Parse(Query.Filter);

    /// <summary>One page of the rows that the filter leaves, with a link to the next.</summary>
    /// <param name="rows">The same for every page of a query.</param>
    /// <param name="shape">What becomes of a row that is served; null: its selected properties.</param>
    /// <param name="onlyCounted">Rows that are in the count but not in the list.</param>
    public JsonObject List(
        Resource resource,
        IReadOnlyList<JsonObject> rows,
        Func<JsonObject, JsonObject>? shape = null,
        int onlyCounted = 0
    )
    {
        resource.Check(Query, Filter, request.IsEventual);
        var all = Chosen(rows);
        var from = Query.Skip ?? 0;
        var size = PageSize;
        var offset = Offset;
        if (IsEmptyFirst && all.Count - from > size)
            return Page(resource, [], all.Count + onlyCounted, next: 0);
        shape ??= row => resource.Project(row, Query.Select);
        var end = Math.Min(from + offset + size, all.Count);
        var page = new List<JsonObject>();
        for (var index = from + offset; index < end; index++)
            page.Add(shape(all[(int)index]));
        var next = from + offset + size < all.Count ? offset + size : (long?)null;
        return Page(resource, page, Query.SkipToken is null ? all.Count + onlyCounted : null, next);
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

    /// <summary>A list that several pages of the query need.</summary>
    public IReadOnlyList<T> Shared<T>(string what, Func<IReadOnlyList<T>> make) =>
        tenant.Cache.List(
            $"{what}|{SeesHiddenMemberships}|{request.Version}{request.RawPath}?{Query.Filter}|{Query.Text("search")}|{Query.OrderBy}",
            PageSize + 1,
            make
        );

    /// <summary>Rows of a page of this query.</summary>
    public int PageSize => Math.Min(Query.Top ?? options.PageSize, options.LongestPage);

    /// <summary>Where the page begins.</summary>
    public long Offset => Paging.Offset(request, Query.SkipToken);

    /// <summary>The page has to be empty if it is not the only one.</summary>
    public bool IsEmptyFirst => options.EmptyFirstPages && Query.SkipToken is null;

    /// <param name="count">Shown if the query asks for it; null on later pages.</param>
    /// <param name="next">Offset of the next page; null on the last.</param>
    public JsonObject Page(Resource resource, IEnumerable<JsonObject> rows, int? count, long? next)
    {
        var result = new JsonObject { ["@odata.context"] = ContextOf(resource) };
        if (count is not null && Query.Count)
            result["@odata.count"] = count;
        if (next is { } offset)
            result["@odata.nextLink"] = $"{request.Root}{request.RawPath}?{Paging.NextQuery(request, offset)}";
        result["value"] = new JsonArray([.. rows]);
        return result;
    }

    private string ContextOf(Resource resource) => $"{request.Root}/$metadata#{resource.Context}";

    private IReadOnlyList<JsonObject> Chosen(IReadOnlyList<JsonObject> rows)
    {
        if (Filter is null && !Query.Has("search") && Query.OrderBy is null)
            return rows;
        var indexes = Shared("chosen", () => Indexes(rows));
        return new PickedList<JsonObject>(rows, (int[])indexes);
    }

    private int[] Indexes(IReadOnlyList<JsonObject> rows)
    {
        var filter = Filter;
        Comparison? search = Query.Has("search") ? Searched() : null;
        var chosen = rows.Select((row, index) => (Row: row, Index: index))
            .Where(item =>
                (filter is null || filter.Matches(item.Row)) && (search is null || ODataFilter.Holds(search, item.Row))
            );
        if (Query.OrderBy is not { } order)
            return [.. chosen.Select(item => item.Index)];
        var words = order.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var keyed = chosen.Select(item => (Key: item.Row[words[0]]?.ToString() ?? "", item.Index));
        var sorted = words is [_, "desc"]
            ? keyed.OrderByDescending(item => item.Key, StringComparer.OrdinalIgnoreCase)
            : keyed.OrderBy(item => item.Key, StringComparer.OrdinalIgnoreCase);
        return [.. sorted.Select(item => item.Index)];
    }

    private Comparison Searched()
    {
        var (property, text) = Query.SearchTerm();
        return new Comparison(property, "contains", [text]);
    }
}
