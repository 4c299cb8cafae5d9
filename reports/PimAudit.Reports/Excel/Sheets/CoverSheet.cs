using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>What a reviewer is asked, how to answer, and by what the file is recognised when it comes back.</summary>
/// <param name="Reviewer">Whose rows they are; null where the workbook holds every row.</param>
internal sealed record CoverSheet(AuditResult Result, ReportFacts Facts, ReviewIssue Issue, string? Reviewer)
{
    private static readonly (string Word, string Meaning)[] Decisions =
    [
        ("Keep", "The access is needed as it is."),
        ("Revoke", "The access is to be taken away."),
        ("Change", "The access is to become another; say in Justification what."),
        ("Unsure", "Somebody else must decide; say in Justification who could."),
    ];

    public void Write(IXLWorkbook workbook, Furniture furniture)
    {
        var page = workbook.AddWorksheet("Cover");
        Heading.Write(page, $"Access review {CellText.Line(Issue.Name)}", Cell.Text(Context));
        var last = PageLine.Write(page, [.. How(), .. Words(), .. Known()]);
        furniture.Print(page, onePage: true);
        page.PageSetup.PrintAreas.Add(1, 1, last, 3);
        page.Protect();
    }

    private string Context =>
        $"{Wording.Words.Tenant(Result.Tenant)}, snapshot {Say.Moment(Result.Snapshot.TakenAt)}. "
        + FormattableString.Invariant(
            $"{Say.Count(Result.Access.Length, "row")} to decide by {Issue.DueOn:yyyy-MM-dd} (UTC)."
        );

    private static IEnumerable<PageLine> How()
    {
        yield return PageLine.Head("What to do");
        yield return Step(1, "Open the sheet Access Review. Each row is one way by which somebody reaches a role.");
        yield return Step(
            2,
            "Fill the yellow columns: Reviewer, Decision, Justification and Decision date. All else is locked."
        );
        yield return Step(3, "Recommendation says what the findings of the audit suggest. The decision is yours.");
        yield return Step(
            4,
            "Nobody decides about their own access: leave such a row empty and say so when you return the file."
        );
        yield return Step(5, "Applied by and Applied date are for whoever carries the decision out.");
        yield return Step(
            6,
            "Return the file as it is. Sorting and filtering do no harm; do not rename sheets, and add no rows or columns."
        );
    }

    private static PageLine Step(int number, string text) =>
        new(Cell.Text(FormattableString.Invariant($"Step {number}")), Cell.Blank, Cell.Prose(text));

    private static IEnumerable<PageLine> Words() =>
        Decisions
            .Select(one => new PageLine(Cell.Text(one.Word), Cell.Blank, Cell.Prose(one.Meaning)))
            .Prepend(PageLine.Head("Decisions"));

    private IEnumerable<PageLine> Known()
    {
        yield return PageLine.Head("By what the file is recognised");
        yield return Fact("Review", Cell.Text(Issue.Name), ReviewNames.Review);
        yield return Fact("Last day (UTC)", Cell.Date(Issue.DueOn), ReviewNames.DueOn);
        yield return Fact("Reviewer", Cell.Text(Reviewer), ReviewNames.Reviewer);
        yield return Fact("Tenant id", Cell.Text(Result.Tenant.Id.ToString("D")), ReviewNames.Tenant);
        yield return Fact("Snapshot (UTC)", Cell.Moment(Result.Snapshot.TakenAt), "Snapshot");
        yield return Fact("Run", Cell.Text(Result.Run.Id), ReviewNames.Run);
        yield return Fact("Hash of result.json", Cell.Text(Facts.ResultSha256), ReviewNames.Result);
    }

    private static PageLine Fact(string label, CellValue value, string name) =>
        new(Cell.Text(label), value, Cell.Blank) { DefinedName = name };
}
