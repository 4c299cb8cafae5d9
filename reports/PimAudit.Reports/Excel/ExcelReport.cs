using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Excel.Sheets;

namespace PimAudit.Reports.Excel;

/// <summary>Writes a result as a workbook: evidence to read, and an access review to fill in.</summary>
/// <remarks>Rows of tables are streamed: half a million of them take little memory beside that of the result.</remarks>
public static class ExcelReport
{
    /// <summary>The bytes of an .xlsx file. The same input gives the same bytes.</summary>
    public static byte[] Write(AuditResult result, ReportFacts facts)
    {
        using var output = new MemoryStream();
        Write(result, facts, output);
        return output.ToArray();
    }

    /// <summary>As the other, to a stream that stays open.</summary>
    public static void Write(AuditResult result, ReportFacts facts, Stream output) =>
        Write(result, facts, output, TablePlace.MostRows);

    /// <summary>For whom rows of a review are, ordinal; <see cref="ReviewNames.Unassigned"/> where nobody is named.</summary>
    public static ImmutableArray<string> Reviewers(AuditResult result) =>
        [.. result.Access.Select(ReviewerOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A workbook to send to a reviewer: a cover and the access review alone, with that reviewer's rows only.</summary>
    /// <param name="reviewer">One of <see cref="Reviewers"/>; null for every row.</param>
    /// <param name="output">Stays open.</param>
    public static void WriteReview(
        AuditResult result,
        ReportFacts facts,
        ReviewIssue issue,
        string? reviewer,
        Stream output
    )
    {
        var asked = reviewer is null
            ? result
            : result with
            {
                Access =
                [
                    .. result.Access.Where(row => string.Equals(ReviewerOf(row), reviewer, StringComparison.Ordinal)),
                ],
            };
        using var draft = new WorkbookDraft(result, facts, TablePlace.MostRows);
        new CoverSheet(asked, facts, issue, reviewer).Write(draft.Workbook, draft.Furniture);
        draft.Add(AccessReviewSheet.Of(asked, TablePlace.MostRows));
        draft.Save(output);
    }

    /// <summary>As the other, as bytes.</summary>
    public static byte[] WriteReview(AuditResult result, ReportFacts facts, ReviewIssue issue, string? reviewer = null)
    {
        using var output = new MemoryStream();
        WriteReview(result, facts, issue, reviewer, output);
        return output.ToArray();
    }

    /// <param name="mostRows">Of a table on one sheet.</param>
    internal static void Write(AuditResult result, ReportFacts facts, Stream output, int mostRows)
    {
        using var draft = new WorkbookDraft(result, facts, mostRows);
        var review = AccessReviewSheet.Of(result, mostRows);
        SummarySheet.Write(draft.Workbook, result, draft.Furniture);
        draft.Add(FindingsSheet.Of(result));
        draft.Add(review);
        draft.Add(ChangesSheet.Of(result));
        if (!result.Reviews.IsEmpty)
            draft.Add(ReviewsSheet.Of(result));
        draft.Add(RoleSettingsSheet.Of(result));
        draft.Add(GroupsSheet.Of(result));
        draft.Add(ArchitectureSheet.Of(result));
        draft.Add(EmergencyAccessSheet.Of(result));
        draft.Add(WaiversSheet.Of(result));
        draft.Add(RulesSheet.Of(result));
        if (result.Rules.Any(rule => !rule.Controls.IsEmpty))
            draft.Add(ControlsSheet.Of(result));
        draft.Add(CoverageSheet.Of(result));
        draft.Add(ProvenanceSheet.Of(result, facts));
        SignOffSheet.Write(draft.Workbook, result, review.Places, draft.Furniture);
        draft.Knows(SignOffSheet.Counts(review.Places).Select(line => line.Count));
        draft.Save(output);
    }

    private static string ReviewerOf(AccessRow row) => row.Reviewer ?? ReviewNames.Unassigned;
}
