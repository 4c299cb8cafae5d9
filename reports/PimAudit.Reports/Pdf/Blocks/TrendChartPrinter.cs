using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Columns of open findings, a run each; a sentence alone where there is but one run.</summary>
internal static class TrendChartPrinter
{
    public static Part Of(TrendChart chart, Setting setting, float width) =>
        Part.Of(
            Piece.Stack(
                Text.Of(chart.Title, Styles.Heading, width, 1),
                Text.Of(chart.Note, Styles.Small.Label, width, 1).Inset(2, 6),
                chart.Runs.Length < 2
                    ? Piece.Nothing
                    : TrendColumns.Of(chart.Runs, width, RoomFor(setting)).Inset(0, 5),
                Text.Of(chart.Sentence, Styles.Dense, width, 3)
            ),
            before: 12
        );

    /// <summary>For the highest column, pt.</summary>
    private static float RoomFor(Setting setting) =>
        setting.Squeeze == 0 ? 48
        : setting.IsTight ? 28
        : 38;
}
