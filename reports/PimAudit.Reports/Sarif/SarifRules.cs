using PimAudit.Model;
using PimAudit.Reports.Sarif.Log;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Sarif;

/// <summary>The rules of a result as SARIF describes rules.</summary>
internal static class SarifRules
{
    public static IReadOnlyList<SarifRule> Of(AuditResult result)
    {
        var examples = result
            .Findings.DistinctBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ToDictionary(finding => finding.RuleId, StringComparer.Ordinal);
        return [.. result.Rules.Select(rule => Of(rule, examples.GetValueOrDefault(rule.Id)))];
    }

    /// <param name="example">A finding of the rule, which holds the reason; null without one.</param>
    private static SarifRule Of(RuleResult rule, Finding? example) =>
        new(
            VisibleText.Of(rule.Id),
            VisibleText.Of(rule.Name),
            SarifMessages.Of($"{rule.Title}."),
            SarifMessages.Of(example is null ? $"{rule.Title}." : $"{rule.Title}. {example.Why}"),
            SarifMessages.Of(Help(rule)),
            new(
                rule.Outcome is not RuleOutcome.Off,
                SarifLevels.Of(rule.Severity),
                SarifLevels.Rank(rule.Severity),
                rule.Parameters.IsEmpty
                    ? null
                    : rule.Parameters.ToDictionary(
                        pair => VisibleText.Of(pair.Key),
                        pair => VisibleText.Of(pair.Value),
                        StringComparer.Ordinal
                    )
            ),
            Properties(rule)
        );

    private static string Help(RuleResult rule)
    {
        var thresholds = string.Join(", ", rule.Parameters.Select(pair => $"{pair.Key} {pair.Value}"));
        return $"What is expected and where that comes from: {rule.Source}. "
            + (thresholds.Length == 0 ? "" : $"Thresholds of this run: {thresholds}. ")
            + $"'pimaudit explain {rule.Id}' prints why it matters, how to mend it and when to waive it.";
    }

    private static SarifRuleProperties Properties(RuleResult rule) =>
        new(
            ["security", "identity", RuleFamilies.TitleOf(rule.Id)],
            SarifLevels.SecuritySeverity(rule.Severity),
            SarifLevels.Word(rule.Severity),
            SarifLevels.Word(rule.Outcome),
            rule.Counts.Judged,
            rule.Counts.Blind,
            VisibleText.Of(rule.Practice),
            VisibleText.Of(rule.Source),
            [.. rule.Controls.Select(Control)]
        );

    private static SarifControl Control(ControlReference control) =>
        new(
            VisibleText.Of(control.Framework),
            VisibleText.Of(control.Id),
            VisibleText.Of(control.Title),
            VisibleText.Of(control.Relation),
            VisibleText.Of(control.Url)
        );
}
