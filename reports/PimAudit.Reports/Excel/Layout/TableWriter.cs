using ClosedXML.Excel;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>
/// Drafts a table sheet: everything but its rows. In their place stand the looks that they need, so that the library makes
/// the styles; <see cref="Package.SheetXml"/> puts the rows there.
/// </summary>
internal static class TableWriter
{
    /// <summary>Below the sample row, one beside the other.</summary>
    public const int LooksRow = TablePlace.FirstRow + 1;

    /// <returns>The rows that are still to be written.</returns>
    public static ITableRows Draft<T>(IXLWorkbook workbook, TableSheet<T> sheet, Furniture furniture)
    {
        var rows = new TableRows<T>(sheet);
        var place = sheet.Place;
        var page = workbook.AddWorksheet(sheet.Name);
        Heading.Write(page, sheet.Name, sheet.Context);
        Head(page, sheet);
        Looks(page, sheet, rows);
        Table(workbook, page, place);
        Highlights(page, sheet, place);

        page.SheetView.Freeze(TablePlace.HeadRow, sheet.FrozenColumns);
        furniture.Print(page);
        page.PageSetup.SetRowsToRepeatAtTop(1, TablePlace.HeadRow);
        page.PageSetup.PrintAreas.Add(
            1,
            1,
            place.LastRow,
            sheet.PrintedUpTo is { } last ? place.Number(last) : sheet.Columns.Length
        );
        sheet.Finish?.Invoke(page, place);
        return rows;
    }

    private static void Head<T>(IXLWorksheet page, TableSheet<T> sheet)
    {
        for (var at = 0; at < sheet.Columns.Length; at++)
        {
            var column = sheet.Columns[at];
            page.Column(at + 1).Width = column.Width;
            var cell = page.Cell(TablePlace.HeadRow, at + 1);
            cell.SetValue<string>(CellText.Guarded(column.Header));
            cell.Style.Fill.SetBackgroundColor(column.IsEntry ? Look.EntryHead : Look.Wash2)
                .Font.SetBold(true)
                .Alignment.SetWrapText(true)
                .Alignment.SetVertical(XLAlignmentVerticalValues.Bottom)
                .Border.SetBottomBorder(XLBorderStyleValues.Medium)
                .Border.SetBottomBorderColor(Look.Ink);
            if (column.Kind is ColumnKind.Figure)
                cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
        }

        page.Row(TablePlace.HeadRow).Height = 2 * Look.RowHeight;
    }

    /// <summary>A row from which the table takes what new rows look like, and below it each look of the rows to come.</summary>
    private static void Looks<T>(IXLWorksheet page, TableSheet<T> sheet, TableRows<T> rows)
    {
        for (var at = 0; at < sheet.Columns.Length; at++)
            Dresser.Dress(
                page.Cell(TablePlace.FirstRow, at + 1),
                new(sheet.Columns[at].Kind, Format: null, IsQuoted: false, IsHigh: false)
            );
        for (var at = 0; at < rows.Looks.Length; at++)
            Dresser.Dress(page.Cell(LooksRow, at + 1), rows.Looks[at]);
    }

    /// <summary>Over the sample row alone: the library looks at every cell of a table. The package has the whole of it.</summary>
    private static void Table(IXLWorkbook workbook, IXLWorksheet page, TablePlace place)
    {
        var sample = page.Range(TablePlace.HeadRow, 1, TablePlace.FirstRow, place.Headers.Length);
        var table = sample.CreateTable(place.Table);
        table.Theme = XLTableTheme.None;
        table.ShowRowStripes = false;
        table.ShowAutoFilter = true;
        workbook.NamedRanges.Add(place.Key, page.Range(TablePlace.HeadRow, 1, place.LastRow, place.Headers.Length));
    }

    private static void Highlights<T>(IXLWorksheet page, TableSheet<T> sheet, TablePlace place)
    {
        foreach (var highlight in sheet.Highlights)
        {
            var number = place.Number(highlight.Header);
            var cells = page.Range(TablePlace.FirstRow, number, place.LastRow, number);
            highlight.Apply(cells.AddConditionalFormat().WhenIsTrue(place.Formula(highlight.When)));
        }
    }
}
