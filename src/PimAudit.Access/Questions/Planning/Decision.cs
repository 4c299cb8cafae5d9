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
            [.. Because(role, asked, approach)],
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
            GroupUse.Unknown when !IsUnfit(role, group) => Approach.Unknown,
            _ => Approach.Approach1,
        };
    }

    private static IEnumerable<PlanReason> Because(PlannedRole role, GroupFacts asked, Approach approach)
    {
        var name = role.Reference.Label;
        if (role.NeedsApproval)
        {
            yield return new($"{name} is highly privileged: Approach 1, and somebody approves.", Document.Example);
            yield return new($"Activation of {name} waits for an approver.", Document.Approval);
        }

        if (role.IsImmediate)
        {
            yield return new($"{name} must take effect at once: Approach 1.", Document.Immediate);
            yield return new("A membership that is activated may take effect late.", Document.Propagation);
        }

        if (!role.MustBeApproach1)
            yield return BecauseOfUse(name, asked, approach);
        else if (asked.Use is GroupUse.Approach2)
            yield return new(
                $"{asked.Name} follows Approach 2, which {name} must not: another group is needed.",
                Document.NeverMix
            );
    }

    private static PlanReason BecauseOfUse(string role, GroupFacts asked, Approach approach) =>
        (approach, asked.Use) switch
        {
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
            _ => new($"{role} is one ordinary role without a bundle to join: Approach 1.", Document.MostScenarios),
        };
}
