using System.Globalization;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Reports.Pictures.Mermaid;

/// <summary>The lines of a flowchart, its nodes and edges once each.</summary>
internal sealed class MermaidChart
{
    private readonly StringBuilder lines = new();
    private readonly Dictionary<string, string> nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> edges = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> classes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> styles = new(StringComparer.Ordinal);
    private int count;
    private int edgeCount;
    private bool isBoxed;

    /// <summary>Everything that was added, then which node is of which class and which edge of which style.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(lines.ToString());
        foreach (var (name, members) in classes)
            text.Append(CultureInfo.InvariantCulture, $"class {string.Join(',', members)} {name}\n");
        foreach (var (style, members) in styles)
            text.Append(CultureInfo.InvariantCulture, $"linkStyle {string.Join(',', members)} {style}\n");
        return text.ToString();
    }

    /// <summary>A band, in a box where it has a title; no node is in two bands.</summary>
    public void Begin(IReadOnlyList<string> title)
    {
        nodes.Clear();
        edges.Clear();
        isBoxed = title.Count > 0;
        if (isBoxed)
            Line($"subgraph {NewId()}[{MermaidLabel.Of(title)}]");
    }

    public void End()
    {
        if (isBoxed)
            Line("end");
        isBoxed = false;
    }

    public void Note(string kind, params string[] texts)
    {
        var id = NewId();
        Line($"{id}[{MermaidLabel.Of(texts)}]");
        Class(kind, id);
    }

    /// <summary>What stands in the way of a path is said on its first hop, which is its taker's alone.</summary>
    public void Path(PathRow row)
    {
        var from = Node(row.Nodes[0], RowWords.Names(row));
        foreach (var (at, hop) in row.Hops.Index())
        {
            var to = Node(row.Nodes[at + 1], "");
            Edge(from, to, hop, at == 0 ? row.Remarks : []);
            from = to;
        }
    }

    private string Node(PathNode node, string names)
    {
        var key = string.Join(' ', node.Objects.Select(one => one.Key).Append(node.Note));
        if (nodes.TryGetValue(key, out var known))
            return known;

        var id = nodes[key] = NewId();
        var (open, close) = Brackets(node.Figure);
        Line($"{id}{open}{MermaidLabel.Of(node.Object.Label, node.Note, names)}{close}");
        Class(char.ToLowerInvariant(node.Figure.ToString()[0]) + node.Figure.ToString()[1..], id);
        return id;
    }

    private void Edge(string from, string to, PathHop hop, IEnumerable<string> remarks)
    {
        var arrow = hop.Kind is HopState.Eligible ? "-.->" : "-->";
        var label = MermaidLabel.Of([hop.State, hop.Gates, hop.Until ?? "", .. remarks]);
        var edge = $"{from} {arrow}|{label}| {to}";
        if (!edges.Add(edge))
            return;

        Line(edge);
        if (hop.IsTakeover)
            Style("stroke-dasharray:1 4", edgeCount);
        else if (hop.Kind is HopState.Unknown)
            Style("stroke:#55498C", edgeCount);
        edgeCount++;
    }

    private static (string, string) Brackets(Figure figure) =>
        figure switch
        {
            Figure.Person => ("([", "])"),
            Figure.People => ("[[", "]]"),
            Figure.Application => ("{{", "}}"),
            Figure.Group or Figure.OpenGroup => ("(", ")"),
            _ => ("[", "]"),
        };

    private void Class(string name, string id) => Of(classes, name).Add(id);

    private void Style(string style, int edge) => Of(styles, style).Add(edge.ToString(CultureInfo.InvariantCulture));

    private static List<string> Of(SortedDictionary<string, List<string>> lists, string key) =>
        lists.TryGetValue(key, out var known) ? known : lists[key] = [];

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"n{++count}");

    private void Line(string text) => lines.Append(text).Append('\n');
}
