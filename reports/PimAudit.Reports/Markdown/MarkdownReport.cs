using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Document;

namespace PimAudit.Reports.Markdown;

/// <summary>The report as Markdown for step summaries and tickets, within what GitHub and Azure DevOps take.</summary>
public static class MarkdownReport
{
    /// <summary>GitHub refuses a step summary above 1 MiB as a whole.</summary>
    public const int MostBytes = 1_000_000;

    /// <param name="mostBytes">What does not fit is counted and left to result.json; head, coverage and counts always stand.</param>
    /// <returns>UTF-8 without byte order mark; the same input gives the same bytes.</returns>
    public static byte[] Write(AuditResult result, ReportFacts facts, int mostBytes = MostBytes)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(facts);
        return Write(ReportDocument.Of(result, facts), mostBytes);
    }

    internal static byte[] Write(ReportDocument document, int mostBytes = MostBytes) =>
        Encoding.UTF8.GetBytes(MarkdownPage.Of(document, mostBytes));
}
