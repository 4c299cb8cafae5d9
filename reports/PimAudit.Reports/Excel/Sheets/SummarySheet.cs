using System.Collections.Immutable;
using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>The verdict, what was counted, the practice line by line, and the decisions asked for.</summary>
internal static class SummarySheet
{
    private const int MostRisks = 5;

    public static void Write(IXLWorkbook workbook, AuditResult result, Furniture furniture)
    {
        var page = workbook.AddWorksheet("Summary");
        Heading.Write(page, "Summary", Cell.Text(Context(result)));
        var last = PageLine.Write(page, Lines(result));

        Highlight(page, last);
        furniture.Print(page);
        page.PageSetup.PrintAreas.Add(1, 1, last, 3);
    }

    private static IEnumerable<PageLine> Lines(AuditResult result) =>
        [
            .. Verdicts(result),
            .. Severities(result),
            .. TrendLines.Of(result),
            .. Risks(result),
            .. ChangeLines.Of(result),
            .. Rules(result),
            PageLine.Head("The practice: do"),
            .. Lines(result, Practice.Do, "Do"),
            PageLine.Head("The practice: do not"),
            .. Lines(result, Practice.DoNot, "Do not"),
            .. Asked(result),
        ];

    private static IEnumerable<PageLine> Verdicts(AuditResult result)
    {
        yield return PageLine.Head(Verdict.Of(result));
        foreach (var sentence in Verdict.Sentences(result))
            yield return new(Cell.Blank, Cell.Blank, Cell.Prose(sentence));
        yield return new(Cell.Text("Coverage"), Cell.Blank, Cell.Prose(Verdict.Coverage(result)));
        yield return new(Cell.Text("Not judged"), Cell.Blank, Cell.Prose(Outside.Sentence));
        yield return new(Cell.Text("Snapshot (UTC)"), Cell.Moment(result.Snapshot.TakenAt), Cell.Blank)
        {
            DefinedName = "Snapshot",
        };
        if (result.Run.AllowIncomplete)
            yield return new(
                Cell.Text("Missing evidence"),
                Cell.Text("accepted"),
                Cell.Prose("This run was told to accept missing evidence. What was not read is not in order for that.")
            );
    }

    private static IEnumerable<PageLine> Severities(AuditResult result)
    {
        yield return PageLine.Head("Open findings by severity");
        var most = Outcomes.Severities.Max(severity => Outcomes.Count(result, severity));
        foreach (var severity in Outcomes.Severities)
        {
            var count = Outcomes.Count(result, severity);
            yield return new(Cell.Word(severity), Cell.Figure(count), Bars.Of(count, most));
        }
    }

    private static IEnumerable<PageLine> Risks(AuditResult result)
    {
        yield return PageLine.Head("Top risks");
        var open = Outcomes.Ranked(Outcomes.Open(result));
        if (open.IsEmpty)
            yield return new(Cell.Blank, Cell.Blank, Cell.Text("None: no finding is open."));
        foreach (var finding in open.Take(MostRisks))
            yield return new(Cell.Word(finding.Severity), Cell.Text(finding.RuleId), Cell.Prose($"{finding.Title}."));
        if (open.Length > MostRisks)
            yield return new(
                Cell.Blank,
                Cell.Blank,
                Cell.Text(FormattableString.Invariant($"{open.Length - MostRisks} more in the sheet Findings."))
            );
    }

    private static IEnumerable<PageLine> Rules(AuditResult result)
    {
        yield return PageLine.Head($"Outcome of {Say.Count(result.Rules.Length, "rule")}");
        var outcomes = Enum.GetValues<RuleOutcome>();
        var most = outcomes.Max(outcome => Outcomes.Count(result, outcome));
        foreach (var outcome in outcomes)
        {
            var count = Outcomes.Count(result, outcome);
            yield return new(Cell.Word(outcome), Cell.Figure(count), Bars.Of(count, most));
        }

        var (pass, fail) = (Outcomes.Count(result, RuleOutcome.Pass), Outcomes.Count(result, RuleOutcome.Fail));
        yield return new(
            Cell.Text("Pass rate"),
            pass + fail == 0 ? Cell.Text("none") : Cell.Percent((double)pass / (pass + fail)),
            Cell.Text(FormattableString.Invariant($"{pass} of {pass + fail} rules that pass or fail"))
        );
    }

    private static IEnumerable<PageLine> Lines(AuditResult result, ImmutableArray<PracticeLine> lines, string label) =>
        Practice
            .Judge(result, lines)
            .Select(
                (state, at) =>
                    new PageLine(
                        Cell.Text(FormattableString.Invariant($"{label} {at + 1}")),
                        Cell.Word(state.Outcome),
                        Cell.Prose(
                            state.Line.Text
                                + (
                                    state.Worst is { } worst
                                        ? $": {Say.Count(state.Findings, "open finding")}, worst {Say.Word(worst)}"
                                        : ""
                                )
                        )
                    )
            );

    private static IEnumerable<PageLine> Asked(AuditResult result)
    {
        yield return PageLine.Head("Decisions we ask for");
        var asked = Decisions.Of(result);
        if (asked.IsEmpty)
            yield return new(Cell.Blank, Cell.Blank, Cell.Text("None: no finding is open and nothing is missing."));
        foreach (var decision in asked)
            yield return new(
                decision.Finding is { } finding ? Cell.Word(finding.Severity) : Cell.Text("Coverage"),
                Cell.Text(decision.Finding?.RuleId),
                Cell.Prose($"{decision.What} (owner: {decision.Who})")
            );
    }

    /// <summary>A count of nothing stays plain; beside a word stands another word, which is not nothing either.</summary>
    private static void Highlight(IXLWorksheet page, int last)
    {
        var words = page.Range(TablePlace.FirstRow, 1, last, 2);
        foreach (var severity in Outcomes.Severities)
            page.Range(TablePlace.FirstRow, 1, last, 1)
                .AddConditionalFormat()
                .WhenIsTrue($"AND($A4=\"{Say.Word(severity)}\",$B4<>0)")
                .Fill.SetBackgroundColor(Look.Tint(severity));
        Layout
            .Highlight.Hatch("", "")
            .Apply(words.AddConditionalFormat().WhenIsTrue($"AND(A4=\"{Say.Word(RuleOutcome.NotEvaluated)}\",B4<>0)"));
    }

    private static string Context(AuditResult result) =>
        $"{Words.Tenant(result.Tenant)} ({result.Tenant.Id:D}), snapshot {Say.Moment(result.Snapshot.TakenAt)}, "
        + $"run {result.Run.Id}, profile {result.Profiles.FirstOrDefault()?.Name ?? "none"}.";
}
