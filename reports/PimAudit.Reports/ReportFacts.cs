namespace PimAudit.Reports;

/// <summary>Sheets that a printed report is made for.</summary>
public enum PaperSize
{
    A4,

    /// <summary>US Letter, 8.5 by 11 inches.</summary>
    Letter,
}

/// <summary>What a report says about itself that the result cannot know.</summary>
/// <param name="ResultSha256">64 lower-case hex digits: SHA-256 of <c>result.json</c>.</param>
/// <param name="Classification">Printed on every page and sheet.</param>
/// <param name="Paper">Of the PDF.</param>
/// <param name="Pages">The PDF shows less where it would have more pages than this; null for what suits the size of the tenant.</param>
public sealed record ReportFacts(
    string ResultSha256,
    string Classification = "Confidential",
    PaperSize Paper = PaperSize.A4,
    int? Pages = null
);
