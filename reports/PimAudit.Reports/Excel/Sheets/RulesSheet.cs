using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>Every rule with what became of it: those that pass and those that could not be evaluated too.</summary>
internal static class RulesSheet
{
    /// <summary>In the heading of a column, which Excel limits to 255 characters.</summary>
    private const int LongestName = 40;

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
                new("Threshold", 24, rule => Cell.Prose(Threshold(rule.Parameters)), ColumnKind.Prose),
                new("Source", 40, rule => Cell.Prose(rule.Source), ColumnKind.Prose),
                new("Reason", 60, rule => Cell.Prose(Reason(rule)), ColumnKind.Prose),
                new("Practice", 13, rule => Cell.Text(rule.Practice)),
                new("Profile", 16, rule => Cell.Text(rule.Profile)),
                .. result.Profiles.Index().Skip(1).SelectMany(one => UnderProfile(result, one.Index, one.Item)),
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

    /// <summary>A further profile adds columns; its number keeps two of one name apart.</summary>
    private static IEnumerable<Column<RuleResult>> UnderProfile(AuditResult result, int at, ProfileInfo profile)
    {
        var verdicts = result
            .Crosswalk.Where(row => at < row.Verdicts.Length)
            .ToDictionary(row => row.RuleId, row => row.Verdicts[at], StringComparer.Ordinal);
        var name = profile.Name.Length <= LongestName ? profile.Name : profile.Name[..LongestName];
        var heading = FormattableString.Invariant($"under {at + 1}, {CellText.Line(name)}");
        yield return new($"Outcome {heading}", 20, Of(verdict => Cell.Word(verdict.Outcome)));
        yield return new($"Findings {heading}", 20, Of(verdict => Cell.Figure(verdict.Findings)), ColumnKind.Figure);
        yield return new($"Severity {heading}", 20, Of(verdict => Cell.Word(verdict.Severity)));
        yield return new(
            $"Threshold {heading}",
            24,
            Of(verdict => Cell.Prose(Threshold(verdict.Parameters))),
            ColumnKind.Prose
        );
        yield return new(
            $"Source {heading}",
            40,
            Of(verdict => Cell.Prose(verdict.Differs is { } other ? [verdict.Source, other] : [verdict.Source])),
            ColumnKind.Prose
        );

        Func<RuleResult, CellValue> Of(Func<ProfileVerdict, CellValue> cell) =>
            rule => verdicts.TryGetValue(rule.Id, out var verdict) ? cell(verdict) : Cell.Blank;
    }

    private static IEnumerable<string> Threshold(IReadOnlyDictionary<string, string> parameters) =>
        parameters.Select(parameter => $"{parameter.Key}: {parameter.Value}");

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
