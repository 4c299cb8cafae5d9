using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>What rules said about settings, and which of them could not say anything.</summary>
internal static class SettingsJudgement
{
    /// <summary>Plain text must not be taken for a pass where a rule could not judge it; null where all could.</summary>
    public static Piece? Unjudged(ReportContext context)
    {
        var silent = Silent(context);
        if (silent.Count == 0)
            return null;

        var text =
            $"  Not evaluated: {string.Join(", ", silent)} (page {context.Flow.Index[Anchors.Coverage]}). What they would "
            + "judge stands here as it was read, and plain text does not mean that it meets the profile.";
        return Text.Of([Marks.Of(RuleOutcome.NotEvaluated, Styles.Dense, 7), new(text, Styles.Dense)], Blocks.Width, 6)
            .Inset(0, 10);
    }

    /// <summary>Ids of rules about settings that were not evaluated.</summary>
    public static List<string> Silent(ReportContext context) =>
        [
            .. context
                .Result.Rules.Where(rule =>
                    rule.Outcome is RuleOutcome.NotEvaluated && rule.Id.StartsWith("PIM2", StringComparison.Ordinal)
                )
                .Select(rule => rule.Id),
        ];

    /// <summary>A context or a number of approvers may look right: then the finding says what is wrong with it.</summary>
    public static string? Fault(ReportContext context, RoleSettingRow row)
    {
        if (row.Setting is not ("approvers" or "authenticationContext"))
            return null;

        var faults = context
            .Open.Where(finding =>
                string.Equals(finding.RuleId, row.RuleId, StringComparison.Ordinal) && IsAbout(finding, row)
            )
            .Select(finding => finding.Observed)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return faults.Count == 0 ? null : string.Join("; ", faults);
    }

    private static bool IsAbout(Finding finding, RoleSettingRow row) =>
        string.Equals(finding.Subject.Id, row.Owner.Id, StringComparison.Ordinal)
        && (
            row.Access is not { } access
            || finding.Identity.Any(item =>
                item.Kind is ObjectKind.Access
                && string.Equals(item.Id, access.ToString(), StringComparison.OrdinalIgnoreCase)
            )
        );
}
