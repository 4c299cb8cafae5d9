using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>A node of the picture.</summary>
/// <param name="Note">What it is, below its name.</param>
/// <param name="Fault">Said below the name where the fault lies in the node itself; null elsewhere.</param>
/// <param name="IsOpenGroup">A group that is known not to be role-assignable.</param>
internal sealed record PathNode(ObjectRef Object, string Note, string? Fault = null, bool IsOpenGroup = false);

/// <param name="State">Above the line.</param>
/// <param name="Gates">Below the line.</param>
/// <param name="Bars">MFA or context, justification, ticket, approval; empty where nothing is activated.</param>
internal sealed record PathHop(
    string State,
    string Gates,
    HopState Kind,
    bool IsTakeover,
    bool IsFaulty,
    ImmutableArray<GateBar> Bars
);

/// <param name="Asked">Null when not read.</param>
/// <param name="IsMissed">Not asked, though the finding expects it.</param>
internal readonly record struct GateBar(bool? Asked, bool IsMissed);

/// <summary>A path from person to role on a wash: who stands where, what is open, what an activation asks.</summary>
internal static class PathPicture
{
    private const float Radius = 9;
    private const float Lift = 11;
    private const float Margin = 7;

    private static readonly TextStyle Name = Styles.Small.Bold;
    private static readonly TextStyle Aside = Styles.Small.Label;

    public static Piece Of(IReadOnlyList<PathNode> nodes, IReadOnlyList<PathHop> hops, Severity severity)
    {
        var step = StepFor(nodes.Count);
        var first = (Paper.ContentWidth - (step * (nodes.Count - 1))) / 2;
        var labelWidth = Math.Max(64, step * 0.42f);
        var labels = nodes.Select(node => Label(node, labelWidth, severity)).ToList();
        var gates = hops.Select(hop => Text.Of(hop.Gates, Aside, step - labelWidth, 5, Align.Centre)).ToList();
        var states = hops.Select(hop => Text.Of(hop.State, Name, step - 8, 2, Align.Centre)).ToList();
        var above = Margin + states.Max(piece => piece.Height) + Lift;
        var height = above + 12 + labels.Concat(gates).Max(piece => piece.Height) + Margin;

        return new(
            height,
            (pen, x, y) =>
            {
                pen.Rectangle(new(x, y, Paper.ContentWidth, height), Palette.Wash);
                var line = y + above;
                for (var at = 0; at < hops.Count; at++)
                {
                    var from = x + first + (at * step);
                    Hop(pen, from, line, step, hops[at], severity);
                    states[at].Draw(pen, from + 4, line - Lift - states[at].Height);
                    gates[at].Draw(pen, from + (labelWidth / 2), line + 12);
                }

                for (var at = 0; at < nodes.Count; at++)
                {
                    var middle = x + first + (at * step);
                    Nodes.Draw(pen, middle, line, nodes[at], Marks.Ink(severity).Lines);
                    labels[at].Draw(pen, middle - (labelWidth / 2), line + 12);
                }
            }
        );
    }

    private static float StepFor(int nodes) =>
        nodes switch
        {
            2 => 308,
            3 => 196,
            _ => 133,
        };

    private static Piece Label(PathNode node, float width, Severity severity)
    {
        var name = Text.Name(node.Object.Label, Name, width, most: 2, Align.Centre);
        var note = Text.Of(node.Note, Aside, width, 2, Align.Centre);
        if (node.Fault is not { } fault)
            return Piece.Stack(name, note);

        Span[] words = [Marks.Of(severity, Name, 7), new(" " + fault, Name)];
        return Piece.Stack(name, Text.Of(words, width, 2, Align.Centre));
    }

    private static void Hop(Pen pen, float x, float y, float step, PathHop hop, Severity severity)
    {
        var (left, right) = (x + Radius + 5, x + step - Radius - 5);
        var middle = (left + right) / 2;
        var colour = hop.IsFaulty ? Marks.Ink(severity).Lines : Palette.Ink;
        var stroke = new Stroke(colour, 1.3f, DashOf(hop));
        var gap =
            !hop.Bars.IsEmpty ? GateBars.Width + 6
            : hop.IsFaulty ? 14
            : 0;
        pen.Line(left, y, middle - (gap / 2), y, stroke);
        pen.Line(middle + (gap / 2), y, right, y, stroke);
        pen.Lines([(right - 5, y - 3.2f), (right, y), (right - 5, y + 3.2f)], new(colour, 1.3f));
        if (!hop.Bars.IsEmpty)
            GateBars.Draw(pen, middle - (GateBars.Width / 2), y, hop.Bars, severity);
        else if (hop.IsFaulty)
            Marks.Draw(pen, severity, middle - 4, y - 4, 8);
    }

    private static (float, float)? DashOf(PathHop hop) =>
        hop.IsTakeover ? (1.3f, 2.2f)
        : hop.Kind is HopState.Eligible ? (3.6f, 2.6f)
        : null;
}

/// <summary>Four bars in fixed places: MFA or context, justification, ticket, approval.</summary>
internal static class GateBars
{
    public const float Width = 21;
    private const float Bar = 2.6f;
    private const float Height = 13;

    public static void Draw(Pen pen, float x, float y, IReadOnlyList<GateBar> bars, Severity severity)
    {
        for (var at = 0; at < bars.Count; at++)
        {
            var left = x + (at * (Width - Bar) / 3);
            var box = new Box(left, y - (Height / 2), Bar, Height);
            var hollow = new Box(box.X + 0.4f, box.Y + 0.4f, box.Width - 0.8f, box.Height - 0.8f);
            if (bars[at].Asked is null)
                Hatch.Draw(pen, box, step: 2);
            else if (bars[at].Asked is true)
                pen.Rectangle(box, Palette.Ink);
            else if (!bars[at].IsMissed)
                pen.Rectangle(hollow, Palette.White, new(Palette.Ink3, 0.8f));
            else
            {
                pen.Rectangle(hollow, Palette.White, new(Marks.Ink(severity).Lines, 0.9f));
                Marks.Draw(pen, severity, left + (Bar / 2) - 3, box.Bottom + 1, 6);
            }
        }
    }
}
