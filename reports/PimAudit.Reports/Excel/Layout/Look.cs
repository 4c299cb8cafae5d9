using ClosedXML.Excel;
using PimAudit.Model;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>Colours and type of the workbook.</summary>
internal static class Look
{
    public const string Font = "Calibri";
    public const double FontSize = 10;
    public const double TitleSize = 14;
    public const double RowHeight = 15;

    public static readonly XLColor Ink = XLColor.FromHtml("#17212B");
    public static readonly XLColor Ink2 = XLColor.FromHtml("#44505C");
    public static readonly XLColor Ink3 = XLColor.FromHtml("#5C6772");
    public static readonly XLColor Hairline = XLColor.FromHtml("#C9D0D6");
    public static readonly XLColor Wash2 = XLColor.FromHtml("#E9EDEF");
    public static readonly XLColor Accent = XLColor.FromHtml("#0B5563");
    public static readonly XLColor Unknown = XLColor.FromHtml("#55498C");
    public static readonly XLColor EntryFill = XLColor.FromHtml("#FFF9E0");
    public static readonly XLColor EntryHead = XLColor.FromHtml("#F2E3A6");
    public static readonly XLColor Undecided = XLColor.FromHtml("#E2CF86");

    public static XLColor Tint(Severity severity) =>
        severity switch
        {
            Severity.Critical => XLColor.FromHtml("#F8E9ED"),
            Severity.High => XLColor.FromHtml("#FBEDE6"),
            Severity.Medium => XLColor.FromHtml("#FCF4E3"),
            Severity.Low => XLColor.FromHtml("#EEF4F8"),
            _ => XLColor.FromHtml("#F4F6F7"),
        };
}
