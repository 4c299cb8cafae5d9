using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>A bar as wide as the page; the numbers stand below it on a fixed grid.</summary>
internal static class SeverityChartPrinter
{
    public static Part Of(SeverityChart chart, float width)
    {
        var step = width / Math.Max(1, chart.Counts.Length);
        return Part.Of(
            Piece.Stack(
                Furnishing.Heading(chart.Title, note: null, width),
                Bars.Severities([.. chart.Counts.Select(item => (item.Severity, item.Count))], width).Inset(2, 6),
                chart.Counts.All(item => item.Count == 0)
                    ? Text.Of(chart.Empty, Styles.Body, width, 2)
                    : Piece.Beside([.. chart.Counts.Select((item, at) => (at * step, Label(item, step - 2)))])
            ),
            before: 12
        );
    }

    private static Piece Label(SeverityCount item, float width)
    {
        Span[] words =
        [
            Marks.Of(item.Severity, Styles.Body, 8),
            new($"  {Figures.Text(item.Count)}", Styles.Body.Bold),
            new($" {Say.Word(item.Severity)}", Styles.Body),
        ];
        return Piece.Stack(
            Text.Of(words, width, 1),
            item.New is { } added
                ? Text.Of(added == 0 ? "none new" : $"{Figures.Text(added)} new", Styles.Small.Label, width, 1)
                : Piece.Nothing
        );
    }
}
