using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Cover;

/// <summary>Every certain path as a small figure, a row for each role, the worst first.</summary>
internal static class FieldDrawing
{
    private const float RowHeight = 15.6f;
    private const float Column = 142;
    private const float Width = Paper.ContentWidth;

    /// <param name="room">Height that it may take, pt; roles beyond it are counted.</param>
    public static Piece Of(PathField field, float room)
    {
        var head = Head(field);
        var rows = Math.Clamp((int)((room - head.Height - 14) / RowHeight), 1, Math.Max(1, field.Rows.Length));
        var shown = field.Rows.Take(rows).ToList();
        var left = field.Roles - shown.Count;
        return Piece.Stack([
            head,
            .. shown.Select(Row),
            left > 0
                ? Text.Of($"and {Say.Count(left, "more role")}", Styles.Small.Label, Column, 1).Inset(3)
                : Piece.Nothing,
        ]);
    }

    private static Piece Head(PathField field)
    {
        var style = Styles.Small.Label;
        var count =
            field.Paths == 0 ? "No path" : $"{Say.Count(field.Paths, "path")} to {Say.Count(field.Roles, "role")}";
        Span[] legend =
        [
            new(
                "One figure is one way for a person or an application to reach a role: person, group, role. A dashed hop has "
                    + "to be activated first; a solid hop stands open. Where the path ends in ",
                style
            ),
            Marks.Of(Severity.Critical, style, 6),
            new(" or ", style),
            Marks.Of(Severity.High, style, 6),
            new(" a critical or high finding rests on it.", style),
        ];
        Span[] none =
        [
            new("No access path stands in this result. Whether that is a fact or a gap, the coverage says.", style),
        ];
        return Piece
            .Beside(
                (0, Text.Of(count, Styles.Dense.Bold, Column - 8, 1)),
                (Column, Text.Of(field.Paths == 0 ? none : legend, Width - Column))
            )
            .Inset(0, 6);
    }

    private static Piece Row(FieldRow row)
    {
        var label = Text.Name(row.Role, Styles.Small, 110, most: 1);
        var count = Text.Of(Figures.Text(row.Count), Styles.Small.Label, 20, 1, Align.Right);
        var rest = row.Count - row.Paths.Length;
        return new(
            RowHeight,
            (pen, x, y) =>
            {
                label.Draw(pen, x, y + 2.5f);
                count.Draw(pen, x + 112, y + 2.5f);
                for (var at = 0; at < row.Paths.Length; at++)
                    PathGlyph.Draw(
                        pen,
                        x + Column + (at * (rest > 0 ? 20.6f : 22.35f)),
                        y + (RowHeight / 2),
                        17.6f,
                        row.Paths[at].Hops,
                        row.Paths[at].Severity
                    );
                if (rest > 0)
                    Text.Of($"+ {Figures.Text(rest)}", Styles.Smallest.Label, 30, 1, Align.Right)
                        .Draw(pen, x + Width - 30, y + 2.8f);
                pen.Line(x, y + RowHeight, x + Width, y + RowHeight, new(Palette.Line, 0.35f));
            }
        );
    }
}
