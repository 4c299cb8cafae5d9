using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>What the marks of a section mean.</summary>
internal static class LegendMarkup
{
    public static Element Of(Legend legend, PageContext page) =>
        Element
            .Of(
                "ul",
                legend.Items.Select(item =>
                    Element.Of("li", RichMarkup.Of(item.Mark, page), item.Meaning.Length == 0 ? "" : $" {item.Meaning}")
                )
            )
            .Class("legend");
}
