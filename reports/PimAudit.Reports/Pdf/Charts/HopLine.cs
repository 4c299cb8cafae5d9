using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pictures;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>The line of a hop: solid stands open, dashed must be activated, dots are an owner's.</summary>
internal static class HopLine
{
    private const float Weight = 1.3f;
    private const float UnknownWidth = 14;

    private static readonly (float On, float Off) Dashes = (3.6f, 2.6f);
    private static readonly (float On, float Off) Dots = (1.3f, 2.2f);

    /// <summary>From the middle of one node to the middle of the next.</summary>
    public static void Draw(Pen pen, float x, float y, float step, PathHop hop, Severity severity)
    {
        var (left, right) = (x + Nodes.Radius + 5, x + step - Nodes.Radius - 5);
        var middle = (left + right) / 2;
        var colour = hop.IsFaulty ? Marks.Ink(severity).Lines : Palette.Ink;
        var stroke = new Stroke(colour, Weight, DashOf(hop));
        var gap = GapOf(hop);
        pen.Line(left, y, middle - (gap / 2), y, stroke);
        pen.Line(middle + (gap / 2), y, right, y, stroke);
        pen.Lines([(right - 5, y - 3.2f), (right, y), (right - 5, y + 3.2f)], new(colour, Weight));
        if (!hop.Bars.IsEmpty)
            GateBars.Draw(pen, middle - (GateBars.Width / 2), y, hop.Bars, severity);
        else if (hop.IsFaulty)
            Marks.Draw(pen, severity, middle - 4, y - 4, 8);
        else if (hop.Kind is HopState.Unknown)
            Hatch.Draw(pen, new(middle - (UnknownWidth / 2), y - 4, UnknownWidth, 8), step: 2.4f);
    }

    /// <summary>A line without anything on it, for a legend.</summary>
    public static void Sample(Pen pen, float x, float y, float width, bool isDashed, bool isDotted) =>
        pen.Line(
            x,
            y,
            x + width,
            y,
            new(
                Palette.Ink,
                Weight,
                isDotted ? Dots
                    : isDashed ? Dashes
                    : null
            )
        );

    private static float GapOf(PathHop hop) =>
        !hop.Bars.IsEmpty ? GateBars.Width + 6
        : hop.IsFaulty ? 14
        : hop.Kind is HopState.Unknown ? UnknownWidth + 4
        : 0;

    private static (float, float)? DashOf(PathHop hop) =>
        hop.IsTakeover ? Dots
        : hop.Kind is HopState.Eligible ? Dashes
        : null;
}
