using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What a rule needs of a tenant, asked before a run and during one.</summary>
public static class RuleNeeds
{
    /// <summary>Parts that a tenant without PIM's licence cannot have.</summary>
    private const SnapshotParts PimParts =
        SnapshotParts.ActiveAssignments
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.RoleSettings
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.GroupAssignments
        | SnapshotParts.GroupSettings
        | SnapshotParts.RoleAssignmentSchedules
        | SnapshotParts.RoleEligibilitySchedules
        | SnapshotParts.GroupAssignmentSchedules
        | SnapshotParts.GroupEligibilitySchedules
        | SnapshotParts.PimGroups
        | SnapshotParts.PimAlerts;

    /// <summary>Parts without which the rule cannot be evaluated at all on this tenant.</summary>
    public static SnapshotParts Of(RuleInfo rule, bool hasPim) => WherePimIs(rule, hasPim, rule.Needs);

    /// <summary>Ids of the rules of a plan that will say nothing, or not everything, for want of these parts.</summary>
    /// <param name="off">Parts that nobody wants: rules that need them are off, and blind for nothing.</param>
    public static ImmutableArray<string> BlindWithout(
        AuditPlan plan,
        SnapshotParts missing,
        bool hasPim,
        SnapshotParts off = SnapshotParts.None
    ) =>
        [
            .. plan
                .Rules.Where(planned =>
                    planned.IsOn
                    && (Of(planned.Rule.Info, hasPim) & off) is SnapshotParts.None
                    && (
                        WherePimIs(planned.Rule.Info, hasPim, planned.Rule.Info.Needs | planned.Rule.Info.LeansOn)
                        & missing
                    )
                        is not SnapshotParts.None
                )
                .Select(planned => planned.Id),
        ];

    private static SnapshotParts WherePimIs(RuleInfo rule, bool hasPim, SnapshotParts parts) =>
        rule.JudgesWithoutPim && !hasPim ? parts & ~PimParts : parts;
}
