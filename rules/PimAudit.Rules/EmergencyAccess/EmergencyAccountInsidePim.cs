using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An emergency account that waits for PIM is of no use in the emergency in which PIM does not answer.</summary>
public sealed class EmergencyAccountInsidePim : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM403",
            Title: "An emergency access account depends on PIM",
            Severity: Severity.High,
            Practice: "DO-5",
            Why: "An eligibility works only while PIM, multifactor authentication and the approvers do. Those are what fails in the "
                + "emergency for which the account exists.",
            Needs: SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.GroupMembers
                | SnapshotParts.Principals
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        EmergencyJudge.Each(context, (id, account) => Judge(context, id, account));

    private static IEnumerable<Judgement> Judge(RuleContext context, Guid id, ObjectRef account)
    {
        var findings = Eligibility
            .Of(context)
            .Where(row => context.Access.HoldersOf(row.PrincipalId).Ids.Contains(id))
            .GroupBy(row => row.Target.Key, StringComparer.Ordinal)
            .OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => Finding(account, [.. rows]));
        return EmergencyJudge.Sum(account, findings, Hidden(context, id));
    }

    /// <summary>Why the account may be eligible for something of which we do not know.</summary>
    private static Gap? Hidden(RuleContext context, Guid id)
    {
        var unreadGroups = context.Snapshot.Collection[SnapshotParts.GroupEligibilities].Gaps;
        if (!unreadGroups.IsEmpty)
            return new(SnapshotParts.GroupEligibilities, unreadGroups[0].Reason, unreadGroups[0].Detail);

        return Eligibility
            .Of(context)
            .Select(row => context.Access.HoldersOf(row.PrincipalId))
            .Where(holders => !holders.Ids.Contains(id))
            .Select(holders => holders.Hidden)
            .FirstOrDefault(gap => gap is not null);
    }

    private static Judgement.Breaks Finding(ObjectRef account, ImmutableArray<Eligibility> rows)
    {
        var target = rows[0].Target;
        ImmutableArray<ObjectRef> through =
        [
            .. rows.Where(row => !string.Equals(row.Principal.Id, account.Id, StringComparison.Ordinal))
                .Select(row => row.Principal)
                .DistinctBy(group => group.Id, StringComparer.Ordinal),
        ];
        return new(
            new FindingDraft
            {
                Subject = account,
                Identity = [target],
                Title = $"The emergency access account {account.Label} is only eligible for {target.Label}",
                Observed = through.IsEmpty
                    ? $"eligible {rows[0].Side}; waits for an activation"
                    : $"eligible {rows[0].Side} through {string.Join(", ", through.Select(group => group.Label))}; waits for an activation",
                Expected = "no eligibility; Global Administrator assigned active and permanent",
                Role = target.Kind is ObjectKind.Role ? target : null,
                Related = [.. through.Select(group => new RelatedObject(group, "group on the way"))],
                Evidence = [.. rows.SelectMany(row => row.Evidence).Distinct()],
                Fix = Fix(target),
            }
        )
        {
            Identity = [target],
        };
    }

    private static Fix Fix(ObjectRef target) =>
        new([
            "In Privileged Identity Management, Microsoft Entra roles, Assignments, make the account active for Global Administrator, permanently.",
            target.Kind is ObjectKind.Role
                ? "Remove its eligibility for this role, or take it out of the group that is eligible."
                : "In Privileged Identity Management, Groups, remove its eligibility for this group.",
            "Sign in with the account once to see that it works without an activation.",
        ]);
}
