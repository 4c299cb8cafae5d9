using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>A relationship to expand, with the options inside its parentheses.</summary>
internal sealed record ExpandItem(string Name, ImmutableArray<string> Select, ImmutableArray<ExpandItem> Expand);

/// <summary>The OData options of a request.</summary>
internal sealed class QueryOptions
{
    private static readonly string[] Known =
    [
        "filter",
        "select",
        "expand",
        "top",
        "skip",
        "count",
        "search",
        "orderby",
        "skiptoken",
        "format",
    ];

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private QueryOptions() { }

    /// <summary>Names of the options used, without the dollar sign.</summary>
    public IEnumerable<string> Names => values.Keys;

    public string? Filter => values.GetValueOrDefault("filter");
    public string? SkipToken => values.GetValueOrDefault("skiptoken");
    public bool Count => string.Equals(values.GetValueOrDefault("count"), "true", StringComparison.OrdinalIgnoreCase);
    public int? Top => Number("top");
    public int? Skip => Number("skip");
    public ImmutableArray<string> Select => SplitNames(values.GetValueOrDefault("select"));
    public ImmutableArray<ExpandItem> Expand => ParseExpand(values.GetValueOrDefault("expand"));

    public string? OrderBy => values.GetValueOrDefault("orderby");

    /// <summary>The property and text of <c>$search="property:text"</c>.</summary>
    public (string Property, string Text) SearchTerm()
    {
        var parts = values["search"].Trim('"').Split(':', 2);
        return parts.Length == 2
            ? (parts[0], parts[1])
            : throw GraphErrors.BadRequest("Unrecognized query argument specified in $search.");
    }

    /// <summary>An option as it was sent; null when it was not.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name);

    public bool Has(string name) => values.ContainsKey(name);

    public static QueryOptions Parse(string rawQuery)
    {
        var options = new QueryOptions();
        foreach (var part in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = GraphRequest.Unescape(equals < 0 ? part : part[..equals]);
            var bare = name.TrimStart('$');
            if (!Known.Contains(bare, StringComparer.OrdinalIgnoreCase))
            {
                if (name.StartsWith('$'))
                    throw GraphErrors.BadRequest($"The query parameter '{name}' is not supported.");
                continue;
            }

            if (!options.values.TryAdd(bare, equals < 0 ? "" : GraphRequest.Unescape(part[(equals + 1)..])))
                throw GraphErrors.BadRequest($"Query option '${bare}' was specified more than once.");
        }

        return options;
    }

    private int? Number(string name) =>
        !values.TryGetValue(name, out var text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw GraphErrors.BadRequest($"Invalid value '{text}' for ${name} query option.");

    private static ImmutableArray<string> SplitNames(string? text) =>
        text is null
            ? []
            : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static ImmutableArray<ExpandItem> ParseExpand(string? text) =>
        text is null ? [] : [.. SplitOutside(text, ',').Select(ParseItem)];

    private static ExpandItem ParseItem(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return new ExpandItem(text.Trim(), [], []);
        if (!text.EndsWith(')'))
            throw GraphErrors.BadRequest("Parsing OData Select and Expand failed.");
        var inner = SplitOutside(text[(open + 1)..^1], ';')
            .Select(option => option.Split('=', 2))
            .ToDictionary(
                pair => pair[0].Trim().TrimStart('$'),
                pair => pair.Length > 1 ? pair[1] : "",
                StringComparer.OrdinalIgnoreCase
            );
        return new ExpandItem(
            text[..open].Trim(),
            SplitNames(inner.GetValueOrDefault("select")),
            ParseExpand(inner.GetValueOrDefault("expand"))
        );
    }

    private static IEnumerable<string> SplitOutside(string text, char separator)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (text[at] != separator || depth != 0)
                continue;
            yield return text[start..at];
            start = at + 1;
        }

        yield return text[start..];
    }
}
