using System.Globalization;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>The runs side by side, as a table that everybody can read.</summary>
internal static class TrendMarkup
{
    public static Element Of(TrendChart chart) =>
        Element
            .Of(
                "div",
                [
                    HeadingMarkup.Of(chart.Title, chart.Note),
                    Element.Of("p", chart.Sentence),
                    .. chart.Runs.Length > 1 ? new Node[] { Table(chart) } : [],
                ]
            )
            .Class("chart");

    private static Element Table(TrendChart chart) =>
        Element
            .Of(
                "table",
                Element.Of("caption", chart.Title).Class("hush"),
                Element.Of("thead", Element.Of("tr", [Head("Run"), .. Columns.Select(name => Head(name).Class("n"))])),
                Element.Of("tbody", chart.Runs.Select(Row))
            )
            .Class("few");

    private static readonly string[] Columns = ["Critical", "High", "Medium and below", "All", "Rules not evaluated"];

    private static Element Head(string name) => Element.Of("th", name).With("scope", "col");

    private static Element Row(TrendRun run) =>
        Element.Of(
            "tr",
            [
                Element.Of("th", run.Label, run.IsComparable ? "" : ", another profile").With("scope", "row"),
                .. new[]
                {
                    run.Critical,
                    run.High,
                    run.Rest,
                    run.Critical + run.High + run.Rest,
                    run.NotEvaluated,
                }.Select(Figure),
            ]
        );

    private static Element Figure(int count) =>
        Element.Of("td", count.ToString(CultureInfo.InvariantCulture)).Class("n");
}
