using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Charts;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>What became of the rules.</summary>
internal static class OutcomesMarkup
{
    public static Element Of(OutcomeChart chart, PageContext page) =>
        Element
            .Of(
                "div",
                HeadingMarkup.Of(chart.Title, chart.Note),
                BarMarkup.Of(
                    Bars.Outcomes([.. chart.Counts.Select(item => (item.Outcome, item.Count))], BarMarkup.Width)
                ),
                Element.Of("ul", chart.Counts.Select(item => One(item, page))).Class("outcomes"),
                Element.Of("p", chart.Parts).Class("q")
            )
            .Class("chart");

    private static Element One(OutcomeCount item, PageContext page) =>
        Element.Of(
            "li",
            Symbols.Of(item.Outcome),
            " ",
            Element.Of("b", item.Count.ToString(CultureInfo.InvariantCulture)),
            $" {Say.Word(item.Outcome)} ",
            Element.Of("small", RichMarkup.Of(item.Note, page))
        );
}
