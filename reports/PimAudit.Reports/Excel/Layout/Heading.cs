using ClosedXML.Excel;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>The first two rows of each sheet.</summary>
internal static class Heading
{
    public static void Write(IXLWorksheet page, string title, CellValue context)
    {
        page.Cell(1, 1)
            .SetValue<string>(CellText.Guarded(title))
            .Style.Font.SetBold(true)
            .Font.SetFontSize(Look.TitleSize);
        page.Row(1).Height = 21;
        context.Put(page.Cell(2, 1));
        page.Cell(2, 1).Style.Font.SetFontColor(Look.Ink2);
        page.Row(2).Height = Look.RowHeight + 3;
    }
}
