using ClosedXML.Excel;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>Writes a table sheet.</summary>
internal static class TableWriter
{
    public static void Write<T>(IXLWorkbook workbook, TableSheet<T> sheet, Furniture furniture)
    {
        var place = sheet.Place;
        var page = workbook.AddWorksheet(sheet.Name);
        Heading.Write(page, sheet.Name, sheet.Context);
        Head(page, sheet);
        Body(page, sheet);
        Widths(page, sheet);
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
    }

    private static void Head<T>(IXLWorksheet page, TableSheet<T> sheet)
    {
        for (var at = 0; at < sheet.Columns.Length; at++)
        {
            var column = sheet.Columns[at];
            var cell = page.Cell(TablePlace.HeadRow, at + 1);
            cell.SetValue<string>(column.Header);
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

    private static void Body<T>(IXLWorksheet page, TableSheet<T> sheet)
    {
        var dresser = new Dresser();
        var row = TablePlace.FirstRow;
        foreach (var item in sheet.Rows)
        {
            var values = sheet.Columns.Select(column => column.Value(item)).ToList();
            var lines = sheet.Grows ? Lines(sheet, values) : 1;
            for (var at = 0; at < values.Count; at++)
            {
                var cell = page.Cell(row, at + 1);
                values[at].Fill(cell);
                dresser.Dress(cell, sheet.Columns[at].Kind, values[at], isHigh: lines > 1);
            }

            page.Row(row++).Height = Heights.Of(lines);
        }

        if (sheet.Rows.IsEmpty)
            for (var at = 0; at < sheet.Columns.Length; at++)
                dresser.Dress(page.Cell(row, at + 1), sheet.Columns[at].Kind, Cells.Cell.Blank, isHigh: false);
    }

    private static int Lines<T>(TableSheet<T> sheet, List<Cells.CellValue> values) =>
        values
            .Zip(sheet.Columns)
            .Where(pair => pair.Second.Kind is ColumnKind.Prose)
            .Select(pair => Heights.Lines(pair.First.Shown, pair.Second.Width))
            .Append(1)
            .Max();

    private static void Widths<T>(IXLWorksheet page, TableSheet<T> sheet)
    {
        for (var at = 0; at < sheet.Columns.Length; at++)
            page.Column(at + 1).Width = sheet.Columns[at].Width;
    }

    private static void Table(IXLWorkbook workbook, IXLWorksheet page, TablePlace place)
    {
        var range = page.Range(TablePlace.HeadRow, 1, place.LastRow, place.Headers.Length);
        var table = range.CreateTable(place.Key + "Table");
        table.Theme = XLTableTheme.None;
        table.ShowRowStripes = false;
        table.ShowAutoFilter = true;
        workbook.NamedRanges.Add(place.Key, range);
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
