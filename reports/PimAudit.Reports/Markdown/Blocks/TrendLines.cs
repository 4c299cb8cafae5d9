using System.Globalization;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Markdown.Blocks;

/// <summary>The runs, one a row.</summary>
internal static class TrendLines
{
    private static readonly string[] Figures = ["Critical", "High", "Medium and below", "Rules not evaluated"];

    public static void Add(Sheet sheet, TrendChart chart, string section)
    {
        var said = $"{TableLines.Title(chart.Title, chart.Note)}\n{MarkdownText.Of(chart.Sentence)}\n";
        if (chart.Runs.Length < 2)
            sheet.Add(section, said, [], "run");
        else
            sheet.Add(
                section,
                $"{said}\n{TableLines.Head([("Run", false), .. Figures.Select(name => (name, true))])}",
                [.. chart.Runs.Select(Row)],
                "run"
            );
    }

    private static string Row(TrendRun run) =>
        TableLines.Row([
            MarkdownText.Of(run.Label) + (run.IsComparable ? "" : ", another profile"),
            .. new[] { run.Critical, run.High, run.Rest, run.NotEvaluated }.Select(count =>
                count.ToString(CultureInfo.InvariantCulture)
            ),
        ]);
}
