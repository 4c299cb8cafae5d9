using ClosedXML.Excel;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>Gives cells their look. Each look is made once and then handed on, which is what makes thousands of rows quick.</summary>
internal sealed class Dresser
{
    private readonly Dictionary<Needs, IXLStyle> known = [];

    /// <param name="isHigh">The row has several lines, so that values stand at its top.</param>
    public void Dress(IXLCell cell, ColumnKind kind, CellValue value, bool isHigh)
    {
        var needs = new Needs(kind, value.Format, value.IsQuoted, isHigh);
        if (known.TryGetValue(needs, out var style))
        {
            cell.Style = style;
            return;
        }

        Ground(cell.Style, isHigh);
        Kind(cell.Style, kind);
        value.Style(cell.Style);
        known[needs] = cell.Style;
    }

    private static void Ground(IXLStyle style, bool isHigh) =>
        style
            .Alignment.SetVertical(isHigh ? XLAlignmentVerticalValues.Top : XLAlignmentVerticalValues.Center)
            .Border.SetBottomBorder(XLBorderStyleValues.Thin)
            .Border.SetBottomBorderColor(Look.Hairline);

    private static void Kind(IXLStyle style, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Aside:
                style.Font.SetFontColor(Look.Ink2);
                break;
            case ColumnKind.Prose:
                style.Alignment.SetWrapText(true);
                break;
            case ColumnKind.Figure:
                style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
                break;
            case ColumnKind.Link:
                style.Font.SetFontColor(Look.Accent).Font.SetUnderline(XLFontUnderlineValues.Single);
                break;
            case ColumnKind.Entry:
                Entry(style);
                break;
            case ColumnKind.EntryDay:
                Entry(style);
                style.DateFormat.SetFormat("yyyy-mm-dd").Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
                break;
        }
    }

    private static void Entry(IXLStyle style) =>
        style.Fill.SetBackgroundColor(Look.EntryFill).Protection.SetLocked(false);

    private readonly record struct Needs(ColumnKind Kind, string? Format, bool IsQuoted, bool IsHigh);
}
