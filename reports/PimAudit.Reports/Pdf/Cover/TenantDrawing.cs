using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Cover;

/// <summary>Every tenant as a mark: those that were not scanned first, then the worst.</summary>
internal static class TenantDrawing
{
    private const int PerRow = 30;
    private const float Pitch = Paper.ContentWidth / PerRow;
    private const float Side = 9.5f;
    private const float Column = 142;

    /// <param name="room">Height that it may take, pt; tenants beyond it are counted.</param>
    public static Piece Of(TenantField field, float room)
    {
        var head = Head(field);
        var rows = Math.Max(1, (int)((room - head.Height - 14) / Pitch));
        var shown = Math.Min(field.Marks.Length, rows * PerRow);
        var left = field.Marks.Length - shown;
        return Piece.Stack([
            head,
            new(Pitch * ((shown + PerRow - 1) / PerRow), (pen, x, y) => Draw(pen, field, shown, x, y)),
            left > 0
                ? Text.Of($"and {Say.Count(left, "more tenant")}", Styles.Small.Label, Column, 1).Inset(3)
                : Piece.Nothing,
        ]);
    }

    private static void Draw(Pen pen, TenantField field, int shown, float x, float y)
    {
        for (var at = 0; at < shown; at++)
        {
            var mark = field.Marks[at];
            var (left, top) = (x + (at % PerRow * Pitch), y + (at / PerRow * Pitch));
            if (mark.Worst is { } severity)
                Marks.Draw(pen, severity, left, top, Side);
            else
                Marks.Draw(pen, mark.Outcome, left, top, Side);
        }
    }

    private static Piece Head(TenantField field)
    {
        var style = Styles.Small.Label;
        Span[] legend =
        [
            new("One mark is one tenant, by its worst open finding. ", style),
            Marks.Of(RuleOutcome.NotEvaluated, style, 6),
            new(" was not scanned: nothing is known about it. ", style),
            Marks.Of(RuleOutcome.Pass, style, 6),
            new(" has no open finding; ", style),
            Marks.Of(RuleOutcome.NotApplicable, style, 6),
            new(" neither, as far as was seen.", style),
        ];
        return Piece
            .Beside(
                (0, Text.Of(Say.Count(field.Marks.Length, "tenant"), Styles.Dense.Bold, Column - 8, 1)),
                (Column, Text.Of(legend, Paper.ContentWidth - Column))
            )
            .Inset(0, 8);
    }
}
