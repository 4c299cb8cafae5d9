using System.Globalization;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>The runs side by side, drawn as on paper, and as a table that everybody can read.</summary>
internal static class TrendMarkup
{
    /// <summary>pt; the picture is as wide as its place.</summary>
    private const float Width = 320;

    private const float Highest = 64;

    public static Element Of(TrendChart chart) =>
        Element
            .Of(
                "div",
                [
                    HeadingMarkup.Of(chart.Title, chart.Note),
                    Element.Of("p", chart.Sentence),
                    .. chart.Runs.Length > 1 ? new Node[] { Columns(chart), Table(chart) } : [],
                ]
            )
            .Class("chart");

    /// <summary>The table beside it says the same.</summary>
    private static Element Columns(TrendChart chart)
    {
        var columns = TrendColumns.Of(chart.Runs, Width, Highest);
        var pen = new SvgPen();
        columns.Draw(pen, 0, 0);
        return Element
            .Of("svg", new DrawnNode(pen))
            .Class("trend")
            .With("viewBox", $"0 0 {SvgPen.N(Width)} {SvgPen.N(columns.Height)}")
            .With("aria-hidden", "true");
    }

    private static Element Table(TrendChart chart) =>
        Element
            .Of(
                "table",
                Element.Of("caption", chart.Title).Class("hush"),
                Element.Of("thead", Element.Of("tr", [Head("Run"), .. Heads.Select(name => Head(name).Class("n"))])),
                Element.Of("tbody", chart.Runs.Select(Row))
            )
            .Class("few");

    private static readonly string[] Heads = ["Critical", "High", "Medium and below", "All", "Rules not evaluated"];

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
