using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Pictures;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>A path from person to role on a wash: who stands where, what is open, what an activation asks.</summary>
internal static class PathPicture
{
    private const float Margin = 3.5f;

    public static Piece Of(IReadOnlyList<PathNode> nodes, IReadOnlyList<PathHop> hops, Severity severity)
    {
        var step = StepFor(nodes.Count);
        var first = (Paper.ContentWidth - (step * (nodes.Count - 1))) / 2;
        var labelWidth = Math.Max(64, step * 0.42f);
        return PathStrip
            .Of(nodes, hops, new(first, step, labelWidth, GateWidth: step - labelWidth), severity)
            .Inset(Margin, Margin)
            .Behind((pen, x, y, height) => pen.Rectangle(new(x, y, Paper.ContentWidth, height), Palette.Wash));
    }

    private static float StepFor(int nodes) =>
        nodes switch
        {
            2 => 308,
            3 => 196,
            _ => 144,
        };
}
