using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>What rules said about settings, and which of them could not say anything.</summary>
internal static class SettingsJudgement
{
    /// <summary>Ids of rules about settings that were not evaluated.</summary>
    public static ImmutableArray<string> Silent(AuditResult result) =>
        [
            .. result
                .Rules.Where(rule =>
                    rule.Outcome is RuleOutcome.NotEvaluated && rule.Id.StartsWith("PIM2", StringComparison.Ordinal)
                )
                .Select(rule => rule.Id),
        ];

    /// <summary>A context or a number of approvers may look right: then the finding says what is wrong with it.</summary>
    /// <returns>Null where the value alone tells.</returns>
    public static string? Fault(ReportSource source, RoleSettingRow row)
    {
        if (row.Setting is not ("approvers" or "authenticationContext"))
            return null;

        var faults = source
            .About.Subject(row.Owner)
            .Where(finding =>
                Outcomes.IsOpen(finding)
                && string.Equals(finding.RuleId, row.RuleId, StringComparison.Ordinal)
                && IsOnSide(finding, row)
            )
            .Select(finding => finding.Observed)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return faults.Count == 0 ? null : string.Join("; ", faults);
    }

    private static bool IsOnSide(Finding finding, RoleSettingRow row) =>
        row.Access is not { } access
        || finding.Identity.Any(item =>
            item.Kind is ObjectKind.Access
            && string.Equals(item.Id, access.ToString(), StringComparison.OrdinalIgnoreCase)
        );
}
