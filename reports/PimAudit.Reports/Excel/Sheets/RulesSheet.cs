using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>Every rule with what became of it: those that pass and those that could not be evaluated too.</summary>
internal static class RulesSheet
{
    public static TableSheet<RuleResult> Of(AuditResult result) =>
        new(
            "Rules",
            Cell.Text(Context(result)),
            [
                new("Rule", 8, rule => Cell.Text(rule.Id)),
                new("Name", 30, rule => Cell.Text(rule.Name)),
                new("Outcome", 16, rule => Cell.Word(rule.Outcome)),
                new("Findings", 9, rule => Cell.Figure(rule.Counts.Findings), ColumnKind.Figure),
                new("Waived", 8, rule => Cell.Figure(rule.Counts.Waived), ColumnKind.Figure),
                new("Judged", 8, rule => Cell.Figure(rule.Counts.Judged), ColumnKind.Figure),
                new("Blind", 7, rule => Cell.Figure(rule.Counts.Blind), ColumnKind.Figure),
                new("Severity", 11, rule => Cell.Word(rule.Severity)),
                new("Title", 44, rule => Cell.Prose(rule.Title), ColumnKind.Prose),
                new("Threshold", 24, rule => Cell.Prose(Threshold(rule)), ColumnKind.Prose),
                new("Source", 40, rule => Cell.Prose(rule.Source), ColumnKind.Prose),
                new("Reason", 60, rule => Cell.Prose(Reason(rule)), ColumnKind.Prose),
                new("Practice", 13, rule => Cell.Text(rule.Practice)),
                new("Profile", 16, rule => Cell.Text(rule.Profile)),
            ],
            result.Rules
        )
        {
            FrozenColumns = 2,
            Highlights =
            [
                Highlight.Bold("Outcome", $"[Outcome]=\"{Say.Word(RuleOutcome.Fail)}\""),
                Highlight.Quiet("Outcome", $"[Outcome]=\"{Say.Word(RuleOutcome.Off)}\""),
                Highlight.HatchWhereNotEvaluated("Outcome"),
                Highlight.Hatch("Blind", "AND(ISNUMBER([Blind]),[Blind]>0)"),
            ],
        };

    private static string Context(AuditResult result) =>
        $"{Verdict.Coverage(result)} "
        + $"{Outcomes.Count(result, RuleOutcome.Pass)} pass, {Outcomes.Count(result, RuleOutcome.Fail)} fail, "
        + $"{Outcomes.Count(result, RuleOutcome.Waived)} waived, "
        + $"{Outcomes.Count(result, RuleOutcome.NotApplicable)} not applicable, "
        + $"{Outcomes.Count(result, RuleOutcome.NotEvaluated)} not evaluated, "
        + $"{Outcomes.Count(result, RuleOutcome.Off)} off.";

    private static IEnumerable<string> Threshold(RuleResult rule) =>
        rule.Parameters.Select(parameter => $"{parameter.Key}: {parameter.Value}");

    private static IEnumerable<string> Reason(RuleResult rule)
    {
        if (rule.Outcome is RuleOutcome.NotEvaluated)
            yield return $"Not evaluated because {Words.Reason(rule.Reason)}.";
        if (!string.IsNullOrWhiteSpace(rule.Detail))
            yield return rule.Detail;
        foreach (var blind in rule.Blind)
            yield return $"Blind on {blind.Subject.Label} ({blind.Subject.Id}): {blind.Detail}";
    }
}
