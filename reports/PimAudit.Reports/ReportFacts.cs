namespace PimAudit.Reports;

/// <summary>What a report says about itself that the result cannot know.</summary>
/// <param name="ResultSha256">64 lower-case hex digits: SHA-256 of <c>result.json</c>.</param>
/// <param name="Classification">Printed on every page and sheet.</param>
public sealed record ReportFacts(string ResultSha256, string Classification = "Confidential");
