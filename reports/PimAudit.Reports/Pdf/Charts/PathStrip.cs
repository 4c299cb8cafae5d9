using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Pictures;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>Where the nodes of a path stand, pt.</summary>
/// <param name="First">Middle of the first node, from the left.</param>
/// <param name="Step">From node to node.</param>
/// <param name="LabelWidth">Of the words below a node.</param>
/// <param name="GateWidth">Of the words below a hop.</param>
internal readonly record struct PathGrid(float First, float Step, float LabelWidth, float GateWidth);

/// <summary>The nodes and hops of one path in a row, with their words.</summary>
internal static class PathStrip
{
    private const float Lift = 10.5f;
    private const float Drop = 11;

    /// <param name="severity">Of the fault, where a node or a hop is faulty.</param>
    /// <param name="style">Of the words; names are set in its bold, all else as labels.</param>
    public static Piece Of(
        IReadOnlyList<PathNode> nodes,
        IReadOnlyList<PathHop> hops,
        PathGrid grid,
        Severity severity = Severity.Info,
        TextStyle? style = null
    )
    {
        var words = style ?? Styles.Small;
        var labels = nodes.Select(node => Label(node, grid.LabelWidth, severity, words)).ToList();
        var gates = hops.Select(hop => Gates(hop, grid.GateWidth, words.Label)).ToList();
        var states = hops.Select(hop => Text.Of(hop.State, words.Bold, grid.Step - 8, 2, Align.Centre)).ToList();
        var above = states.Max(piece => piece.Height) + Lift;
        var height = above + Drop + labels.Concat(gates).Max(piece => piece.Height);

        return new(
            height,
            (pen, x, y) =>
            {
                var line = y + above;
                for (var at = 0; at < hops.Count; at++)
                {
                    var from = x + grid.First + (at * grid.Step);
                    HopLine.Draw(pen, from, line, grid.Step, hops[at], severity);
                    states[at].Draw(pen, from + 4, line - Lift - states[at].Height);
                    gates[at].Draw(pen, from + ((grid.Step - grid.GateWidth) / 2), line + Drop);
                }

                for (var at = 0; at < nodes.Count; at++)
                {
                    var middle = x + grid.First + (at * grid.Step);
                    var node = nodes[at];
                    pen.Named(NodeNames.Of(node), () => Nodes.Draw(pen, middle, line, node, Marks.Ink(severity).Lines));
                    labels[at].Draw(pen, middle - (grid.LabelWidth / 2), line + Drop);
                }
            }
        );
    }

    private static Piece Label(PathNode node, float width, Severity severity, TextStyle words)
    {
        var name = Text.Balanced(Text.Shorten(node.Object.Label, words.Bold, width), words.Bold, width, 2);
        var note = Text.Of(node.Note, words.Label, width, 2, Align.Centre);
        if (node.Fault is not { } fault)
            return Piece.Stack(name, note);

        Span[] spans = [Marks.Of(severity, words.Bold, 7), new(" " + fault, words.Bold)];
        return Piece.Stack(name, Text.Of(spans, width, 2, Align.Centre));
    }

    private static Piece Gates(PathHop hop, float width, TextStyle style)
    {
        var asked = Text.Balanced(hop.Gates, style, width, 5);
        return hop.Until is { } until ? Piece.Stack(asked, Text.Of(until, style, width, 2, Align.Centre)) : asked;
    }
}
