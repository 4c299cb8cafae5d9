namespace PimAudit.Reports.Excel;

/// <summary>An access review that is sent out as workbooks.</summary>
/// <param name="Name">Such as <c>2026-Q3</c>.</param>
/// <param name="DueOn">Last day on which decisions are taken, UTC.</param>
public sealed record ReviewIssue(string Name, DateOnly DueOn);
