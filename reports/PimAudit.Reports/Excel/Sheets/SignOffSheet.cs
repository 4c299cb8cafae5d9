using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>Scope, decisions counted live from the review, limits, and three columns to sign.</summary>
internal static class SignOffSheet
{
    private const double Width = 44;

    private static readonly (string Who, string Says)[] Signatories =
    [
        ("Reviewer", "I have examined each row assigned to me and recorded my decision."),
        ("Control owner", "I accept the decisions. Revocations will be carried out and shown by the next run."),
        ("Auditor", "I have verified the files against the manifest and re-performed a sample of rows."),
    ];

    public static void Write(
        IXLWorkbook workbook,
        AuditResult result,
        ImmutableArray<TablePlace> review,
        Furniture furniture
    )
    {
        var page = workbook.AddWorksheet("Sign-off");
        Heading.Write(
            page,
            "Sign-off",
            Cell.Text("Nobody signs for their own access: rows about a reviewer are decided by somebody else.")
        );
        for (var column = 1; column <= 3; column++)
            page.Column(column).Width = Width;

        var row = TablePlace.FirstRow;
        row = Block(page, row, "Scope", Scope(result));
        row = Block(page, row, "Limits", Limits(result));
        row = Decisions(page, row, review);
        Signatures(page, row + 1);
        furniture.Print(page, onePage: true);
    }

    private static int Block(IXLWorksheet page, int row, string label, string text)
    {
        Bold(page.Cell(row, 1), label);
        Cell.Prose(text).Put(page.Cell(row, 2));
        page.Range(row, 2, row, 3).Merge().Style.Alignment.SetWrapText(true);
        page.Row(row).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        page.Row(row).Height = Heights.Of(Heights.Lines(text, 2 * Width) + 1);
        return row + 1;
    }

    /// <summary>Counted live from the review: each decision, then the rows without one.</summary>
    public static ImmutableArray<(string Label, FormulaCell Count)> Counts(ImmutableArray<TablePlace> review)
    {
        return
        [
            .. AccessReviewSheet.Decisions.Select(word =>
                (word.ToLowerInvariant(), Sum(place => $"COUNTIFS({place.Range("Decision")},\"{word}\")", issued: 0))
            ),
            (
                "undecided",
                Sum(
                    place => $"COUNTIFS({place.Range(ReviewNames.RowKey)},\"?*\",{place.Range("Decision")},\"\")",
                    Rows(review)
                )
            ),
        ];

        FormulaCell Sum(Func<TablePlace, string> count, int issued) =>
            new(string.Join('+', review.Select(count)), issued.ToString(CultureInfo.InvariantCulture), IsNumber: true);
    }

    private static int Rows(ImmutableArray<TablePlace> review) => review.Sum(place => place.Count);

    private static int Decisions(IXLWorksheet page, int row, ImmutableArray<TablePlace> review)
    {
        Bold(page.Cell(row, 1), "Decisions");
        row = Figure(page, row, "paths in the review", Cell.Figure(Rows(review)));
        foreach (var (label, count) in Counts(review))
            row = Figure(page, row, label, count);
        return row;
    }

    private static int Figure(IXLWorksheet page, int row, string label, CellValue value)
    {
        value.Put(page.Cell(row, 2));
        page.Cell(row, 2).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Font.SetBold(true);
        Cell.Text(label).Put(page.Cell(row, 3));
        return row + 1;
    }

    private static void Signatures(IXLWorksheet page, int row)
    {
        for (var at = 0; at < Signatories.Length; at++)
        {
            var column = at + 1;
            var (who, says) = Signatories[at];
            Bold(page.Cell(row, column), who);
            page.Cell(row + 1, column).SetValue<string>(says).Style.Alignment.SetWrapText(true);
            page.Cell(row + 1, column).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            Line(page, row + 2, column, "Signature");
            Line(page, row + 4, column, "Name");
            Line(page, row + 6, column, "Date");
        }

        page.Row(row).Height = 2 * Look.RowHeight;
        page.Row(row + 1).Height = 2 * Look.RowHeight;
        page.Row(row + 2).Height = 40;
        page.PageSetup.PrintAreas.Add(1, 1, row + 7, 3);
    }

    /// <summary>A line to write on, and under it what is written there.</summary>
    private static void Line(IXLWorksheet page, int row, int column, string label)
    {
        page.Cell(row, column)
            .Style.Border.SetBottomBorder(XLBorderStyleValues.Thin)
            .Border.SetBottomBorderColor(Look.Ink);
        page.Row(row).Height = Math.Max(page.Row(row).Height, 2 * Look.RowHeight);
        page.Cell(row + 1, column).SetValue<string>(label).Style.Font.SetFontColor(Look.Ink3);
    }

    private static void Bold(IXLCell cell, string text) => cell.SetValue<string>(text).Style.Font.SetBold(true);

    private static string Scope(AuditResult result) =>
        $"All active and eligible assignments of Microsoft Entra roles in the tenant {Words.Tenant(result.Tenant)}, "
        + $"direct and through groups, as of {Say.Moment(result.Snapshot.TakenAt)}. "
        + "Azure resource roles and roles inside applications are outside this review.";

    private static string Limits(AuditResult result)
    {
        var missing = Outcomes.Count(result, RuleOutcome.NotEvaluated);
        return Verdict.Coverage(result)
            + (
                missing == 0
                    ? ""
                    : $" {Say.Count(missing, "rule is", "rules are")} not evaluated: the sheet Coverage says why. "
                        + "Signing does not extend to these."
            )
            + (result.Run.AllowIncomplete ? " Missing evidence was accepted for this run." : "");
    }
}
