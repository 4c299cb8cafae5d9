using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html;

/// <summary>The report as one page that needs nothing but itself: no request, no font, no script that it could not do without.</summary>
public static class HtmlReport
{
    /// <returns>UTF-8 without byte order mark; the same input gives the same bytes.</returns>
    public static byte[] Write(AuditResult result, ReportFacts facts)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(facts);
        return Write(ReportDocument.Of(result, facts));
    }

    internal static byte[] Write(ReportDocument document) =>
        Encoding.UTF8.GetBytes(PagePrinter.Print(HtmlPage.Of(document)));
}
