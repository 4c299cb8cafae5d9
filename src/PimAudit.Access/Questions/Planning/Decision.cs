using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Which approach, in which group, and why.</summary>
/// <param name="Unread">What the choice rests on and was not read.</param>
internal sealed record Decision(
    GroupFacts Group,
    Approach Approach,
    ImmutableArray<PlanReason> Reasons,
    ImmutableArray<UnreadFact> Unread
)
{
    public static Decision Of(AccessMap map, PlannedRole role, GroupFacts asked)
    {
        var approach = ApproachOf(role, asked);
        var group = IsUnfit(role, asked) ? OtherGroups.For(map, role, approach) : asked;
        return new(
            group,
            approach,
            [.. Because(map, role, asked, approach)],
            group == asked && asked.Gap is { } gap ? [new(asked.Reference, gap)] : []
        );
    }

    /// <summary>No repair makes this group the one to use for this role.</summary>
    public static bool IsUnfit(PlannedRole role, GroupFacts group) =>
        GroupFaults.Of(group).Any()
        || group.Use is GroupUse.Mixed
        || (group.Use is GroupUse.Approach2 && role.MustBeApproach1);

    /// <summary>Where the group is left for another one, its unknown use does not matter.</summary>
    private static Approach ApproachOf(PlannedRole role, GroupFacts group)
    {
        if (role.MustBeApproach1)
            return Approach.Approach1;

        return group.Use switch
        {
            GroupUse.Approach2 => Approach.Approach2,
            GroupUse.Standing when group.IsStandingBundle => Approach.Approach2,
            GroupUse.Unknown when !IsUnfit(role, group) => Approach.Unknown,
            _ => Approach.Approach1,
        };
    }

    private static IEnumerable<PlanReason> Because(AccessMap map, PlannedRole role, GroupFacts asked, Approach approach)
    {
        var name = role.Reference.Label;
        if (role.NeedsApproval)
        {
            if (role.Id == WellKnownRoles.GlobalAdministrator)
                yield return new($"{name} is highly privileged: Approach 1, and somebody approves.", Document.Example);
            yield return new(
                role.Id == WellKnownRoles.GlobalAdministrator
                    ? $"Activation of {name} waits for an approver."
                    : $"Activation of {name} waits for an approver. Approach 1 is a conclusion from that: the document names no approach for this role.",
                Document.Approval
            );
        }

        if (role.IsImmediate)
        {
            yield return new($"{name} must take effect at once: Approach 1.", Document.Immediate);
            yield return new("A membership that is activated may take effect late.", Document.Propagation);
        }

        if (!role.MustBeApproach1)
            yield return BecauseOfUse(map, name, asked, approach);
        else if (asked.Use is GroupUse.Approach2)
            yield return new(
                $"{asked.Name} follows Approach 2, which {name} must not: another group is needed.",
                Document.NeverMix
            );
    }

    private static PlanReason BecauseOfUse(AccessMap map, string role, GroupFacts asked, Approach approach) =>
        (approach, asked.Use) switch
        {
            (Approach.Approach2, GroupUse.Standing) => new(
                $"{asked.Name} is active on several ordinary roles, and {role} is an ordinary role: a bundle, so Approach 2.",
                Document.Bundle
            ),
            (Approach.Approach2, _) => new(
                $"{asked.Name} follows Approach 2 already, and {role} is an ordinary role: it joins the bundle.",
                asked.Grants.IsEmpty ? Document.EligibleMembers : Document.Bundle
            ),
            (Approach.Unknown, _) => new(
                $"{role} is an ordinary role, so the approach is the one that {asked.Name} follows already, and that was not read.",
                Document.NeverMix
            ),
            (_, GroupUse.Approach1) => new(
                $"{asked.Name} follows Approach 1 already, and a group has one approach.",
                Document.NeverMix
            ),
            (_, GroupUse.Standing) when OneForApproach1(map, asked) is { } other => new(
                $"{asked.Name} carries {other}, which must follow Approach 1, and a group has one approach.",
                Document.NeverMix
            ),
            _ => new($"{role} is one ordinary role without a bundle to join: Approach 1.", Document.MostScenarios),
        };

    /// <summary>Null when the group carries ordinary roles alone.</summary>
    private static string? OneForApproach1(AccessMap map, GroupFacts group) =>
        group
            .Grants.Where(grant => PlannedRole.MustFollowApproach1(grant.RoleId))
            .Select(grant => map.Directory.RoleReference(grant.RoleId).Label)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
}
