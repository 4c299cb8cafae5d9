using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A role behind an empty group is in nobody's hands until somebody adds a member unseen.</summary>
public sealed class IdleGroup : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM312",
            Title: "A group holds a role but nobody is in it",
            Severity: Severity.Low,
            Practice: "TRB-1",
            Why: "The role appears in nobody's My Roles. Either the people were forgotten, and look for the role in vain, or the group "
                + "is left over and waits for the first member to hand him a role that nobody remembers.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
            Parameters =
            [
                RuleParameter.Flag("reportUnused", false, "also role-assignable groups with people but without a role"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var holding = GroupGrants
            .ByGroup(context)
            .Where(grants => context.Access.Directory.Deleted(grants.Key) is null)
            .ToImmutableArray();
        return holding
            .Select(grants => Judge(context, grants.Key, [.. grants]))
            .Concat(context.Parameters.Flag("reportUnused") ? Unused(context) : [])
            .Concat(GroupGrants.Untold(context));
    }

    private static Judgement Judge(RuleContext context, Guid groupId, ImmutableArray<GroupGrant> grants)
    {
        var group = context.Reference(groupId);
        var holders = context.Access.HoldersOf(groupId);
        if (!holders.Ids.IsEmpty)
            return new Judgement.Meets(group);

        return holders.Hidden is { } hidden
            ? new Judgement.Blind(group, hidden)
            : new Judgement.Breaks(Empty(context, group, grants));
    }

    private static IEnumerable<Judgement> Unused(RuleContext context)
    {
        if (context.Snapshot.Collection.GapOf(SnapshotParts.RoleAssignableGroups) is { } gap)
            return [new Judgement.Blind(context.Snapshot.Tenant.Reference, gap)];

        var groups = new UnusedGroups(context);
        return RoleAssignableGroups.Judge(
            context,
            group => groups.Serves(group.Id) ? [] : [JudgeUnused(context, group, groups.Unknown(group.Id))]
        );
    }

    private static Judgement JudgeUnused(RuleContext context, Group group, Gap? unknown)
    {
        var people = context.Access.HoldersOf(group.Id);
        if (people.Ids.IsEmpty)
            return people.Hidden is { } hidden
                ? new Judgement.Blind(group.Reference, hidden)
                : new Judgement.Meets(group.Reference);

        return unknown is null
            ? new Judgement.Breaks(WithoutRole(group.Reference, people.Ids.Count))
            : new Judgement.Blind(group.Reference, unknown);
    }

    private static FindingDraft Empty(RuleContext context, ObjectRef group, ImmutableArray<GroupGrant> grants)
    {
        var roles = grants.Select(grant => RoleWords.RoleAt(context, grant.RoleId, grant.Scope));
        return new()
        {
            Subject = group,
            Title = $"{group.Label} holds a role but nobody is in it",
            Observed = $"{string.Join(", ", roles)}; no member, standing or eligible",
            Expected = "members, or no role",
            Role = grants.Length == 1 ? context.RoleReference(grants[0].RoleId) : null,
            Scope = grants.Length == 1 ? grants[0].Scope : null,
            Related = GroupGrants.RolesOf(context, grants),
            Evidence = GroupGrants.EvidenceOf(grants),
            Fix = new(
                [
                    "If the role is needed, add the people: as members (Approach 1), or as eligible members in Privileged Identity Management, Groups (Approach 2).",
                    "Otherwise remove the group from the role in Privileged Identity Management, Microsoft Entra roles, Assignments.",
                ],
                AssignmentCommands.Lines(grants.SelectMany(grant => Removals(context.Snapshot, grant)))
            ),
        };
    }

    private static IEnumerable<string?> Removals(TenantSnapshot tenant, GroupGrant grant) =>
        [
            grant.Active.IsEmpty
                ? null
                : AssignmentCommands.RemoveActive(tenant, grant.GroupId, grant.RoleId, grant.Scope),
            grant.Eligible.IsEmpty ? null : AssignmentCommands.RemoveEligible(grant.GroupId, grant.RoleId, grant.Scope),
        ];

    private static FindingDraft WithoutRole(ObjectRef group, int people) =>
        new()
        {
            Subject = group,
            Title = $"{group.Label} is role-assignable and has people but no role",
            Observed = $"{Say.Count(people, "person or workload", "people and workloads")}, no Entra role, no approval",
            Expected = "a role, or no such group",
            Evidence = [new(SnapshotParts.RoleAssignableGroups, group.Id)],
            Fix = new([
                "Ask the owner what the group is for: it may carry Azure roles, which are not read here, or protect accounts.",
                "If it serves nothing, delete it in Groups.",
            ]),
        };
}
