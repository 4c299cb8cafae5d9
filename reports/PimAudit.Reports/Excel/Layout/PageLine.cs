using ClosedXML.Excel;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>A line of a page that is no table.</summary>
/// <param name="Label">Left.</param>
/// <param name="Value">A figure or a word.</param>
/// <param name="Note">What it means.</param>
internal sealed record PageLine(CellValue Label, CellValue Value, CellValue Note)
{
    private const double LabelWidth = 28;
    private const double ValueWidth = 16;
    private const double NoteWidth = 80;

    /// <summary>Opens a block: bold over a rule.</summary>
    public bool IsHead { get; init; }

    /// <summary>By which formulas find the value; null without one.</summary>
    public string? DefinedName { get; init; }

    public static PageLine Head(string title) => new(Cell.Text(title), Cell.Blank, Cell.Blank) { IsHead = true };

    /// <summary>Writes the lines below the heading of a page.</summary>
    /// <returns>The last row.</returns>
    public static int Write(IXLWorksheet page, IEnumerable<PageLine> lines)
    {
        page.Column(1).Width = LabelWidth;
        page.Column(2).Width = ValueWidth;
        page.Column(3).Width = NoteWidth;

        var row = TablePlace.FirstRow;
        foreach (var line in lines)
            line.Write(page, row++);
        return row - 1;
    }

    private void Write(IXLWorksheet page, int row)
    {
        Label.Put(page.Cell(row, 1));
        Value.Put(page.Cell(row, 2));
        Note.Put(page.Cell(row, 3));
        var cells = page.Range(row, 1, row, 3);
        var lines = Heights.Lines(Note.Shown, NoteWidth);
        cells.Style.Alignment.SetVertical(lines > 1 ? XLAlignmentVerticalValues.Top : XLAlignmentVerticalValues.Center);
        page.Range(row, 1, row, 2).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        page.Range(row, 3, row, 3).Style.Alignment.SetWrapText(true).Font.SetFontColor(Look.Ink2);
        page.Row(row).Height = Heights.Of(lines);
        if (DefinedName is not null)
            page.Workbook.NamedRanges.Add(DefinedName, page.Range(row, 2, row, 2));
        if (IsHead)
            Head(page.Row(row), cells);
    }

    private static void Head(IXLRow row, IXLRange cells)
    {
        cells
            .Style.Font.SetBold(true)
            .Font.SetFontSize(11)
            .Alignment.SetVertical(XLAlignmentVerticalValues.Bottom)
            .Border.SetBottomBorder(XLBorderStyleValues.Medium)
            .Border.SetBottomBorderColor(Look.Ink);
        row.Height = 2 * Look.RowHeight;
    }
}
