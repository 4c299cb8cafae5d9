using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Reports.Html.Findings;

/// <summary>The path of a finding as it is drawn on paper, and in words for those who cannot see it.</summary>
internal static class WayMarkup
{
    /// <summary>pt; a picture is as wide as its frame, and its letters grow with it.</summary>
    private const float Width = 640;

    private const float Edge = 70;
    private const float Air = 12;
    private const float Least = 72;
    private const float Share = 0.48f;
    private const float Margin = 10;

    public static Element Of(DrawnWay way, Severity severity)
    {
        var step = (Width - (2 * Edge)) / Math.Max(1, way.Nodes.Length - 1);
        var label = Math.Clamp(step * Share, Least, (2 * Edge) - Air);
        var picture = PathStrip
            .Of(way.Nodes, way.Hops, new(Edge, step, label, step - label), severity, PictureStyles.Small)
            .Inset(Margin, Margin);
        var pen = new SvgPen();
        picture.Draw(pen, 0, 0);
        return Element
            .Of(
                "div",
                Element
                    .Of("svg", new DrawnNode(pen))
                    .With("viewBox", $"0 0 {SvgPen.N(Width)} {SvgPen.N(picture.Height)}")
                    .With("role", "img")
                    .With("aria-label", way.Words)
            )
            .Class("way")
            .With("data-name", "Path");
    }
}
