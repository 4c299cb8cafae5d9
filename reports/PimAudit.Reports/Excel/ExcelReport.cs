using System.Collections.Immutable;
using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Excel.Package;
using PimAudit.Reports.Excel.Sheets;

namespace PimAudit.Reports.Excel;

/// <summary>Writes a result as a workbook: evidence to read, and an access review to fill in.</summary>
/// <remarks>Fit for some ten thousand rows; the whole workbook is built in memory.</remarks>
public static class ExcelReport
{
    /// <summary>The bytes of an .xlsx file. The same input gives the same bytes.</summary>
    public static byte[] Write(AuditResult result, ReportFacts facts)
    {
        var review = AccessReviewSheet.Of(result);
        using var workbook = Build(result, facts, review);
        using var draft = new MemoryStream();
        workbook.SaveAs(draft);
        return StablePackage.Of(draft, new SheetXml(Formulas(result, review)));
    }

    /// <summary>For whom rows of a review are, ordinal; <see cref="ReviewNames.Unassigned"/> where nobody is named.</summary>
    public static ImmutableArray<string> Reviewers(AuditResult result) =>
        [.. result.Access.Select(ReviewerOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A workbook to send to a reviewer: a cover and the access review alone, with that reviewer's rows only.</summary>
    /// <param name="reviewer">One of <see cref="Reviewers"/>; null for every row.</param>
    public static byte[] WriteReview(AuditResult result, ReportFacts facts, ReviewIssue issue, string? reviewer = null)
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
        var review = AccessReviewSheet.Of(asked);
        using var workbook = Empty(result);
        var furniture = new Furniture(result, facts);
        new CoverSheet(asked, facts, issue, reviewer).Write(workbook, furniture);
        TableWriter.Write(workbook, review, furniture);
        using var draft = new MemoryStream();
        workbook.SaveAs(draft);
        return StablePackage.Of(draft, new SheetXml([.. new[] { review.Context }.OfType<FormulaCell>()]));
    }

    private static string ReviewerOf(AccessRow row) => row.Reviewer ?? ReviewNames.Unassigned;

    /// <summary>As the other, to a stream that stays open.</summary>
    public static void Write(AuditResult result, ReportFacts facts, Stream output) =>
        output.Write(Write(result, facts));

    private static XLWorkbook Build(AuditResult result, ReportFacts facts, TableSheet<ReviewRow> review)
    {
        var workbook = Empty(result);
        var furniture = new Furniture(result, facts);
        SummarySheet.Write(workbook, result, furniture);
        TableWriter.Write(workbook, FindingsSheet.Of(result), furniture);
        TableWriter.Write(workbook, review, furniture);
        TableWriter.Write(workbook, RoleSettingsSheet.Of(result), furniture);
        TableWriter.Write(workbook, GroupsSheet.Of(result), furniture);
        TableWriter.Write(workbook, ArchitectureSheet.Of(result), furniture);
        TableWriter.Write(workbook, EmergencyAccessSheet.Of(result), furniture);
        TableWriter.Write(workbook, WaiversSheet.Of(result), furniture);
        TableWriter.Write(workbook, RulesSheet.Of(result), furniture);
        if (result.Rules.Any(rule => !rule.Controls.IsEmpty))
            TableWriter.Write(workbook, ControlsSheet.Of(result), furniture);
        TableWriter.Write(workbook, CoverageSheet.Of(result), furniture);
        TableWriter.Write(workbook, ProvenanceSheet.Of(result, facts), furniture);
        SignOffSheet.Write(workbook, result, review.Place, furniture);
        return workbook;
    }

    private static XLWorkbook Empty(AuditResult result)
    {
        var workbook = new XLWorkbook(XLEventTracking.Disabled);
        workbook.Style.Font.SetFontName(Look.Font).Font.SetFontSize(Look.FontSize).Font.SetFontColor(Look.Ink);
        workbook.FullCalculationOnLoad = true;
        Describe(workbook, result);
        return workbook;
    }

    private static IEnumerable<FormulaCell> Formulas(AuditResult result, TableSheet<ReviewRow> review)
    {
        var portal = PortalLink.For(result);
        return result
            .Findings.Select(finding => portal.To(finding.Subject))
            .Append(review.Context)
            .OfType<FormulaCell>()
            .Concat(SignOffSheet.Counts(review.Place).Select(line => line.Count));
    }

    /// <summary>The properties name the program and the snapshot's time: neither this machine nor who runs it.</summary>
    private static void Describe(XLWorkbook workbook, AuditResult result)
    {
        workbook.Author = "PimAudit";
        workbook.Properties.Author = "PimAudit";
        workbook.Properties.LastModifiedBy = "PimAudit";
        workbook.Properties.Company = "";
        workbook.Properties.Title = "Privileged access audit";
        workbook.Properties.Created = result.Snapshot.TakenAt.UtcDateTime;
        workbook.Properties.Modified = result.Snapshot.TakenAt.UtcDateTime;
    }
}
