using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Services outside the directory learn of a new membership late; of an activated role at once.</summary>
public sealed class ImmediateRoleBehindGroup : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM306",
            Title: "A role that must take effect at once is reached through an activated membership",
            Severity: Severity.Medium,
            Practice: "APP-1",
            Why: "Exchange, SharePoint and Purview read group memberships late, so the role does not work when it is needed. "
                + "People then activate again, or ask for standing access.",
            Needs: GroupGrants.Needs
        )
        {
            Parameters =
            [
                RuleParameter.Ids(
                    "immediateRoles",
                    "template ids of roles that must take effect at once",
                    ImmediateRoles.All
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var immediate = context.Parameters.Ids("immediateRoles");
        return context
            .Access.GroupGrants.Where(grant =>
                immediate.Contains(grant.RoleId) && grant.Approach is not Approach.Dormant
            )
            .GroupBy(grant => (grant.GroupId, grant.RoleId))
            .Select(grants => Judge(context, grants.Key.GroupId, grants.Key.RoleId, [.. grants]))
            .Concat(GroupGrants.Untold(context));
    }

    private static Judgement Judge(RuleContext context, Guid groupId, Guid roleId, ImmutableArray<GroupGrant> grants)
    {
        var group = context.Reference(groupId);
        var role = context.RoleReference(roleId);
        var late = grants.Where(grant => grant.Approach is Approach.Approach2).ToImmutableArray();
        if (!late.IsEmpty)
            return Finding(context, group, role, late);

        return grants.FirstOrDefault(grant => grant.Approach is Approach.Unknown) is { } unknown
            ? new Judgement.Blind(group, unknown.Gap!) { Identity = [role] }
            : new Judgement.Meets(group) { Identity = [role] };
    }

    private static Judgement.Breaks Finding(
        RuleContext context,
        ObjectRef group,
        ObjectRef role,
        ImmutableArray<GroupGrant> grants
    ) =>
        new(
            new FindingDraft
            {
                Subject = group,
                Identity = [role],
                Title = $"{group.Label} gives {role.Label} through a membership that must be activated",
                Observed = "Approach 2: the group is active on the role, its members activate their membership",
                Expected = "Approach 1: the group is eligible for the role, its members stand and activate the role",
                Role = role,
                Scope = grants.Length == 1 ? grants[0].Scope : null,
                Evidence =
                [
                    .. GroupGrants.EvidenceOf(grants),
                    .. context
                        .Access.People(Guid.Parse(group.Id))
                        .Members.Where(link => link.State is HopState.Eligible or HopState.Activated)
                        .SelectMany(link => link.Evidence),
                ],
                Fix = new(
                    [
                        "Make a role-assignable group for this role and add the people as members.",
                        "In Privileged Identity Management, Microsoft Entra roles, Assignments, make that group eligible for the role.",
                        "Remove the role from this group.",
                    ],
                    AssignmentCommands.Lines(
                        grants.Select(grant =>
                            AssignmentCommands.RemoveActive(context.Snapshot, grant.GroupId, grant.RoleId, grant.Scope)
                        )
                    )
                ),
            }
        )
        {
            Identity = [role],
        };
}
