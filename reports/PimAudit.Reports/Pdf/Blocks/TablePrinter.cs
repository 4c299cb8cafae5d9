using System.Collections.Immutable;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Rows under a head that is repeated on every page, with what is expected of them.</summary>
internal static class TablePrinter
{
    public static IEnumerable<Part> Of(DataTable table, Setting setting, float width)
    {
        var heading = table.Title is null ? Piece.Nothing : Furnishing.Heading(table.Title, table.TitleNote, width);
        var before = table.Title is null ? 8 : 18;
        var grid = new TableGrid(table, width, setting.IsTight);
        var printer = new TableRowPrinter(grid, setting.Index);
        var shown = ShownRows.Of(table, setting.Caps.TableRows);
        if (shown.Rows.IsEmpty)
        {
            yield return Part.Of(Piece.Stack(heading, Text.Of(table.Empty, Styles.Body, width)), before);
        }
        else
        {
            var heads = Piece.Stack([
                grid.Heads(),
                .. table.Rows.Where(row => row.Kind is RowKind.Expected).Select(printer.Of),
            ]);
            var continued = Table.Continued(Text.Shorten(table.Title ?? setting.Title, Styles.Small, 300, 1), width);
            yield return new(
                [.. Rows(shown.Rows, printer), .. More(table.Sheet, shown.Left, width)],
                before,
                isContinued => Piece.Stack(isContinued ? continued : heading, heads)
            );
        }
    }

    /// <summary>The last row never parts from the line that says how many more there are.</summary>
    private static IEnumerable<FlowRow> Rows(ImmutableArray<TableRow> rows, TableRowPrinter printer) =>
        rows.Select((row, at) => Row(row, printer, isLast: at == rows.Length - 1));

    private static FlowRow Row(TableRow row, TableRowPrinter printer, bool isLast) =>
        new(printer.Of(row), row.Anchor, row.AnchorTitle, KeepsNext: isLast || row.Kind is RowKind.Group);

    private static IEnumerable<FlowRow> More(string? sheet, int left, float width)
    {
        if (left > 0)
            yield return new(
                sheet is not null
                    ? Furnishing.More(left, sheet, width)
                    : Text.Of($"{Figures.Text(left)} more.", Styles.Table.Label, width, 1).Inset(4, 4)
            );
    }
}
