using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Charts;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>How many findings weigh how much.</summary>
internal static class SeverityMarkup
{
    public static Element Titled(SeverityChart chart) =>
        Element.Of("div", HeadingMarkup.Of(chart.Title), Of(chart.Counts));

    public static Element Of(ImmutableArray<SeverityCount> counts) =>
        Element
            .Of(
                "div",
                BarMarkup.Of(Bars.Severities([.. counts.Select(item => (item.Severity, item.Count))], BarMarkup.Width)),
                Element.Of("ul", counts.Select(One)).Class("five")
            )
            .Class("weights");

    private static Element One(SeverityCount item) =>
        Element.Of(
            "li",
            [
                Symbols.Of(item.Severity),
                " ",
                Element.Of("b", FormattableString.Invariant($"{item.Count}")),
                $" {Say.Word(item.Severity)}",
                .. item.New is > 0
                    ? new Node[] { Element.Of("small", FormattableString.Invariant($", {item.New} new")) }
                    : [],
            ]
        );
}
