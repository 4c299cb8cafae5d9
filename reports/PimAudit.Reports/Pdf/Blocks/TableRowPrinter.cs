using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Sets a row: what is as expected is plain, what deviates carries tint, bar, mark and weight.</summary>
internal sealed class TableRowPrinter(TableGrid grid, PageIndex index)
{
    private const float Margin = 3;
    private const float Bar = 1.6f;
    private static readonly RichLook Expectation = new(Styles.Smallest, Styles.Smallest.Label, MostShort: 6);
    private static readonly RichLook GroupLook = new(Styles.Table, Styles.Small.Label, MostShort: 3);

    public Piece Of(TableRow row) =>
        row.Kind switch
        {
            RowKind.Group => Group(row),
            RowKind.Expected => Expected(row),
            RowKind.Unread => Unread(row),
            RowKind.Quiet => Plain(row, RichLook.Aside),
            _ => Plain(row, RichLook.Cell),
        };

    private Piece Plain(TableRow row, RichLook look)
    {
        var cells = row.Cells.Select((cell, at) => Cell(cell, at, look)).ToList();
        var deviating = row
            .Cells.Select((cell, at) => (At: at, cell.Deviates))
            .Where(item => item.Deviates is not null && item.At < grid.Columns.Count)
            .ToList();
        var values = grid.Placed(cells)
            .Behind(
                (pen, x, y, height) =>
                {
                    foreach (var (at, severity) in deviating)
                        Tint(pen, x, y, height, at, severity!.Value);
                }
            );
        return Table.Lined(Piece.Stack(values, Note(row, deviating)), grid.Width);
    }

    private Piece Cell(TableCell cell, int at, RichLook look)
    {
        if (at >= grid.Columns.Count)
            return Piece.Nothing;
        var column = grid.Columns[at];
        if (cell.Deviates is not { } severity)
            return RichText.Of(cell.Content, look, index, column.Width, column.Align);

        var strong = look with { Text = look.Text.Bold };
        Span[] spans =
        [
            Marks.Of(severity, look.Text, 7),
            new(" ", look.Text),
            .. cell.Content.Lines.SelectMany(line => line).SelectMany(run => RichText.Spans(run, strong.Text, index)),
        ];
        return Text.Of(spans, column.Width - 2, 5);
    }

    private void Tint(Pen pen, float x, float y, float height, int at, Severity severity)
    {
        var column = grid.Columns[at];
        var ink = Marks.Ink(severity);
        pen.Rectangle(new(x + column.X - Margin, y, column.Width + Margin, height), ink.Tint);
        pen.Rectangle(new(x + column.X - Margin, y, Bar, height), ink.Lines);
    }

    /// <summary>Said below the one cell that deviates, under its bar; over the whole row where there is not one alone.</summary>
    private Piece Note(TableRow row, List<(int At, Severity? Deviates)> deviating)
    {
        if (row.Note is not { } note)
            return Piece.Nothing;
        var at = deviating.Count == 1 ? deviating[0].At : 0;
        var left = grid.Columns[at].X;
        var text = RichText.Of(note, RichLook.Cell, index, grid.Width - left).Inset(1.5f, 3, left);
        return deviating is [{ Deviates: { } severity }]
            ? text.Behind(
                (pen, x, y, height) => pen.Rectangle(new(x + left - Margin, y, Bar, height), Marks.Ink(severity).Lines)
            )
            : text;
    }

    private Piece Group(TableRow row)
    {
        var title = RichText.Of(row.Cells[0].Content, GroupLook, index, grid.Width);
        var note = row.Note is { } more
            ? RichText.Of(more, GroupLook with { MostShort = 12 }, index, grid.Width).Inset(4, 2)
            : Piece.Nothing;
        return Piece.Stack(title.Inset(9, 3), Piece.Rule(grid.Width, 0.75f, Palette.Ink), note);
    }

    private Piece Expected(TableRow row)
    {
        var cells = row.Cells.Select(
            (cell, at) =>
                RichText.Of(cell.Content, Expectation, index, grid.Columns[at].Width).Inset(0, left: at == 0 ? 3 : 0)
        );
        return grid.Placed([.. cells])
            .Behind((pen, x, y, height) => pen.Rectangle(new(x, y, grid.Width, height), Palette.Wash2));
    }

    /// <summary>Hatched, with the reason on white.</summary>
    private Piece Unread(TableRow row)
    {
        var name = RichText.Of(row.Cells[0].Content, RichLook.Cell, index, grid.Columns[0].Width);
        var left = grid.Columns.Count > 1 ? grid.Columns[1].X : 0;
        var words = row.Cells.Length > 1 ? PlainText(row.Cells[1].Content) : "Not read";
        var most = grid.Width - left - 16;
        var text = Text.Name(words, Styles.Table.Bold, most, 1);
        var width = Math.Min(most, Text.Width(words, Styles.Table.Bold)) + 8;
        return Table.Lined(
            grid.Placed([name])
                .Behind(
                    (pen, x, y, height) =>
                    {
                        Hatch.Draw(
                            pen,
                            new(x + left - Margin, y, grid.Width - left + Margin, height),
                            frame: false,
                            step: 4
                        );
                        pen.Rectangle(new(x + left + 2, y + 3, width, text.Height + 2), Palette.White);
                        text.Draw(pen, x + left + 6, y + 4);
                    }
                ),
            grid.Width
        );
    }

    private static string PlainText(Rich rich) =>
        string.Concat(rich.Lines.SelectMany(line => line).OfType<Document.TextRun>().Select(run => run.Text));
}
