using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>A path in a few points: dot, rings, square; solid stands open, dashed must be activated.</summary>
internal static class PathGlyph
{
    private static readonly (float, float) Dash = (1.7f, 1.5f);

    /// <summary>Every hop of a path; a severity takes the place of the role.</summary>
    public static void Draw(Pen pen, float x, float y, float width, IReadOnlyList<Hop> hops, Severity? severity)
    {
        var colour = severity is { } fault ? Marks.Ink(fault).Lines : Palette.Ink;
        var groups = Math.Min(hops.Count - 1, 2);
        var scale = width / 25;
        for (var at = 0; at <= groups; at++)
        {
            // Where groups are left out, the last hop is still the one to the role.
            var hop = at == groups ? hops[^1] : hops[at];
            Link(pen, x, y, width, groups, at, new(colour, 1.1f * scale, hop.State is HopState.Eligible ? Dash : null));
        }

        Nodes(pen, x, y, width, groups, colour, isEmpty: false);
        if (severity is { } mark)
            Marks.Draw(pen, mark, x + width - (7.6f * scale), y - (4.4f * scale), 8.8f * scale);
        else
            Square(pen, x, y, width, colour);
    }

    /// <param name="isEligible">A path without a group has to be activated.</param>
    public static void Draw(Pen pen, float x, float y, float width, Approach approach, bool isEligible = false)
    {
        var scale = width / 25;
        (Colour, Stroke?, Stroke?) look = approach switch
        {
            Approach.Approach1 => (Palette.Accent, Solid(Palette.Accent), Dashed(Palette.Accent)),
            Approach.Approach2 => (Palette.Approach2, Dashed(Palette.Approach2), Solid(Palette.Approach2)),
            Approach.Mixed => (Palette.Mixed, Dashed(Palette.Mixed), null),
            Approach.Dormant => (Palette.Ink3, null, Dashed(Palette.Ink3)),
            Approach.Unknown => (Palette.Unknown, Dashed(Palette.Unknown), Dashed(Palette.Unknown)),
            Approach.Direct when isEligible => (Palette.Ink, Dashed(Palette.Ink), null),
            _ => (Palette.Ink, Solid(Palette.Ink), Solid(Palette.Ink)),
        };
        var (colour, first, second) = look;
        var groups = approach is Approach.Direct ? 0 : 1;
        if (first is { } toGroup)
            Link(pen, x, y, width, groups, 0, toGroup);
        if (groups > 0 && second is { } toRole)
            Link(pen, x, y, width, groups, 1, toRole);
        if (approach is Approach.Mixed)
        {
            Link(pen, x, y - (1.1f * scale), width, groups, 1, Solid(colour));
            Link(pen, x, y + (1.1f * scale), width, groups, 1, Dashed(colour));
        }

        Nodes(pen, x, y, width, groups, colour, approach is Approach.Dormant);
        if (approach is Approach.Unknown)
            Hatch.Draw(pen, new(x + (width / 2) - 2.4f, y - 2.4f, 4.8f, 4.8f), step: 1.6f);
        Square(pen, x, y, width, colour);

        Stroke Solid(Colour ink) => new(ink, 1.1f * scale);
        Stroke Dashed(Colour ink) => new(ink, 1.1f * scale, Dash);
    }

    private static void Link(Pen pen, float x, float y, float width, int groups, int at, Stroke stroke)
    {
        var scale = width / 25;
        var from = Place(x, width, groups, at) + ((at == 0 ? 1.8f : 2.6f) * scale);
        var to = Place(x, width, groups, at + 1) - ((at == groups ? 2.2f : 2.6f) * scale);
        if (to > from)
            pen.Line(from, y, to, y, stroke);
    }

    private static void Nodes(Pen pen, float x, float y, float width, int groups, Colour colour, bool isEmpty)
    {
        var scale = width / 25;
        var ring = new Stroke(colour, 1.1f * scale);
        var dot = Place(x, width, groups, 0);
        if (isEmpty)
            pen.Circle(dot, y, 1.8f * scale, Palette.White, ring);
        else
            pen.Circle(dot, y, 2 * scale, colour);
        for (var at = 1; at <= groups; at++)
            pen.Circle(Place(x, width, groups, at), y, 2.5f * scale, Palette.White, ring);
    }

    private static void Square(Pen pen, float x, float y, float width, Colour colour)
    {
        var side = 4.6f * (width / 25);
        pen.Rectangle(new(x + width - side, y - (side / 2), side, side), colour);
    }

    /// <summary>The middle of a node.</summary>
    private static float Place(float x, float width, int groups, int at)
    {
        var scale = width / 25;
        var first = x + (2 * scale);
        var last = x + width - (2.3f * scale);
        return first + ((last - first) * at / (groups + 1));
    }
}
