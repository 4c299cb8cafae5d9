using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Makes findings of what the rules said.</summary>
internal static class Findings
{
    /// <summary>By rule id, then subject id, then fingerprint.</summary>
    public static IEnumerable<Finding> Of(ImmutableArray<RuleVerdict> verdicts, Guid tenantId, AuditPlan plan) =>
        Sorted(
            verdicts
                .SelectMany(verdict =>
                    verdict.Breaks.Select(breaks => Of(verdict.Planned, breaks.Draft, tenantId, plan))
                )
                .GroupBy(finding => finding.Fingerprint, StringComparer.Ordinal)
                .Select(Merge)
        );

    public static ImmutableArray<Finding> Sorted(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderBy(finding => finding.RuleId, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal),
        ];

    private static Finding Of(PlannedRule planned, FindingDraft draft, Guid tenantId, AuditPlan plan)
    {
        var info = planned.Rule.Info;
        var identity = Fingerprint.IdentityOf(draft.Subject, draft.Identity);
        return new(
            info.Id,
            planned.Name,
            plan.Profile.Name,
            Fingerprint.Of(tenantId, info.Id, draft.Subject, identity),
            planned.Severity ?? draft.Severity ?? info.Severity,
            FindingStatus.Open,
            draft.Subject,
            identity,
            draft.Related,
            draft.Role,
            draft.Scope,
            draft.Path,
            draft.Title,
            draft.Observed,
            draft.Expected,
            draft.Why ?? info.Why,
            planned.Source ?? draft.Source ?? info.Source,
            draft.Evidence,
            draft.Fix,
            Owners.Of(plan.Owners, info.Id, identity),
            WaivedUntil: null
        );
    }

    /// <summary>Two findings of a run never share a fingerprint: rows that one fix removes are one finding, the heaviest.</summary>
    private static Finding Merge(IEnumerable<Finding> same)
    {
        var all = same.OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Observed, StringComparer.Ordinal)
            .ToList();
        return all.Count == 1
            ? all[0]
            : all[0] with
            {
                Evidence = [.. all.SelectMany(finding => finding.Evidence).Distinct()],
                Related = [.. all.SelectMany(finding => finding.Related).Distinct()],
            };
    }
}
