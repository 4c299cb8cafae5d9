using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>A bar of outcomes: with a list below it in a column, with a line and the figure beside it over a page.</summary>
internal static class OutcomeChartPrinter
{
    private const float Narrow = 320;

    public static Part Of(OutcomeChart chart, Setting setting, float width) =>
        Part.Of(width < Narrow ? Column(chart, setting, width) : Page(chart, width), before: 12);

    private static Piece Column(OutcomeChart chart, Setting setting, float width) =>
        Piece.Stack([
            Text.Of(chart.Title, Styles.Heading, width, 1),
            Text.Name(chart.Note, Styles.Small.Label, width, 1).Inset(2, 5),
            Bars.Outcomes(Counts(chart), width).Inset(0, 2),
            .. chart.Counts.Select(item => Row(item, setting, width)),
        ]);

    private static Piece Row(OutcomeCount item, Setting setting, float width)
    {
        var note = item
            .Note.Lines.SelectMany(line => line)
            .SelectMany(run => RichText.Spans(run, Styles.Smallest.Label, setting.Index));
        return Table.Lined(
            Piece
                .Beside(
                    (0, Marks.Piece(item.Outcome, Styles.Table, 7)),
                    (14, Text.Of([new($"{Say.Word(item.Outcome)}  ", Styles.Table), .. note], width - 40, 1)),
                    (width - 26, Text.Of(Figures.Text(item.Count), Styles.Table.Bold, 26, 1, Align.Right))
                )
                .Inset(2.8f, 2.4f),
            width
        );
    }

    private static Piece Page(OutcomeChart chart, float width)
    {
        var legend = new List<Span>();
        foreach (var item in chart.Counts)
        {
            legend.Add(Marks.Of(item.Outcome, Styles.Small, 7));
            legend.Add(new($"  {Figures.Text(item.Count)}", Styles.Small.Bold));
            legend.Add(new($" {Say.Word(item.Outcome)}   ", Styles.Small));
        }

        var percent = chart.On == 0 ? 0 : chart.Evaluated * 100 / chart.On;
        var bar = width * 0.53f;
        Span[] figure =
        [
            new(Figures.Text(chart.Evaluated), Styles.Figure),
            new($" / {Figures.Text(chart.On)}", Styles.Body.Label),
        ];
        return Piece.Beside(
            (0, Piece.Stack(Bars.Outcomes(Counts(chart), bar).Inset(0, 6), Text.Of(legend, width * 0.58f, 2))),
            (width * 0.6f, Text.Of(figure, 72, 1)),
            (
                width * 0.74f,
                Piece.Stack(
                    Text.Of($"rules evaluated ({Figures.Text(percent)} %).", Styles.Table, width * 0.26f, 1),
                    Text.Of(chart.Parts, Styles.Table.Label, width * 0.26f, 2)
                )
            )
        );
    }

    private static List<(RuleOutcome, int)> Counts(OutcomeChart chart) =>
        [.. chart.Counts.Select(item => (item.Outcome, item.Count))];
}
