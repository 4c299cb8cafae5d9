using ClosedXML.Excel;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>All on which the look of a cell in a table depends: thousands of cells share a few of these.</summary>
/// <param name="Format">Number format; null for the general one.</param>
/// <param name="IsQuoted">Text that would become a formula when typed again.</param>
/// <param name="IsHigh">The row has several lines, so that values stand at its top.</param>
internal readonly record struct CellLook(ColumnKind Kind, string? Format, bool IsQuoted, bool IsHigh);

/// <summary>Gives cells of tables their look.</summary>
internal static class Dresser
{
    public static void Dress(IXLCell cell, CellLook look)
    {
        Ground(cell.Style, look.IsHigh);
        Kind(cell.Style, look.Kind);
        if (look.Format is not null)
            cell.Style.NumberFormat.SetFormat(look.Format);
        if (look.IsQuoted)
            cell.Style.SetIncludeQuotePrefix(true);
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
            case ColumnKind.Fact:
                style.Alignment.SetWrapText(true).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
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
}
