using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Services outside the directory learn of a new membership late; of an activated role at once.</summary>
public sealed class ImmediateRoleBehindGroup : IRule
{
    private static readonly ImmutableArray<Guid> Immediate =
    [
        WellKnownRoles.ExchangeAdministrator,
        new("31392ffb-586c-42d1-9346-e59415a2cc4e"), // Exchange Recipient Administrator
        WellKnownRoles.SharePointAdministrator,
        new("17315797-102d-40b4-93e0-432062caca18"), // Compliance Administrator
        new("e6d1a23a-da11-4be4-9570-befc86d067a7"), // Compliance Data Administrator
        new("3f04f91a-4ad7-4bd3-bcfa-49882ea1a88a"), // Purview Workload Content Administrator
        new("e07494ad-1654-4dd2-922e-6f81a71bf00f"), // Purview Workload Content Reader
        new("02d5655b-c1cf-4e5f-98da-5fb919085bf6"), // Purview Workload Content Writer
    ];

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
                RuleParameter.Ids("immediateRoles", "template ids of roles that must take effect at once", Immediate),
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
