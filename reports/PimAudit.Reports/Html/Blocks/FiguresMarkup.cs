using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>Figures beside what they count.</summary>
internal static class FiguresMarkup
{
    public static Element Of(KeyFigures figures) => Element.Of("ul", figures.Figures.Select(One)).Class("figures");

    private static Element One(KeyFigure item) =>
        Element.Of(
            "li",
            Element.Of("span", item.Figure, Element.Of("small", item.Unit)).Class("figure"),
            Element.Of("span", $"{item.Label} ", Element.Of("small", item.Note)).Class("label")
        );
}
