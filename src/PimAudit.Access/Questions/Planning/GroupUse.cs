using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>What a group is used for today.</summary>
internal enum GroupUse
{
    /// <summary>It carries no role, and nobody activates a membership.</summary>
    Unused,

    /// <summary>Eligible for roles.</summary>
    Approach1,

    /// <summary>Its members activate their membership, or it is active on roles and waits for such members.</summary>
    Approach2,

    /// <summary>Active on roles, with standing members.</summary>
    Standing,
    Mixed,

    /// <summary>That was not read.</summary>
    Unknown,
}

/// <summary>Tells the use of a group from its roles and its people.</summary>
internal static class GroupUses
{
    /// <param name="gap">Why it may not be what it looks like; null when all was read.</param>
    public static GroupUse Of(ImmutableArray<GroupGrant> grants, GroupPeople people, Gap? gap)
    {
        var eligible = grants.Any(grant => !grant.Eligible.IsEmpty);
        var active = grants.Any(grant => !grant.Active.IsEmpty);
        if (eligible && (people.IsJustInTime || grants.Any(grant => grant.Active.Any(row => row.IsStanding))))
            return GroupUse.Mixed;
        if (gap is not null)
            return GroupUse.Unknown;

        return (eligible, active, people) switch
        {
            (true, _, _) => GroupUse.Approach1,
            (_, _, { IsJustInTime: true }) => GroupUse.Approach2,
            (_, true, { Members.IsEmpty: true }) => GroupUse.Approach2,
            (_, true, _) => GroupUse.Standing,
            _ => GroupUse.Unused,
        };
    }
}
