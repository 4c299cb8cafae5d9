using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>A bar as wide as its place; the numbers stand beside it, so it says nothing to who cannot see it.</summary>
internal static class BarMarkup
{
    /// <summary>pt; only the proportions count.</summary>
    public const float Width = 900;

    public static Element Of(Piece bar)
    {
        var pen = new SvgPen();
        bar.Draw(pen, 0, 0);
        return Element
            .Of("svg", new DrawnNode(pen))
            .Class("bars")
            .With("viewBox", $"0 0 {SvgPen.N(Width)} {SvgPen.N(Bars.Height)}")
            .With("preserveAspectRatio", "none")
            .With("aria-hidden", "true");
    }
}
