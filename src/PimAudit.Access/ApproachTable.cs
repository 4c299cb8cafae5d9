using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>The approach of a group on a role, from what the group is granted and who is in it.</summary>
internal static class ApproachTable
{
    public static Approach Of(bool eligible, bool active, GroupPeople people)
    {
        if (people.ClassGap is not null)
            return Approach.Unknown;
        if (people.Members.IsEmpty)
            return Approach.Dormant;

        return (eligible, active, people.IsJustInTime) switch
        {
            (true, true, _) => Approach.Mixed,
            (true, false, true) => Approach.Mixed,
            (true, false, false) => Approach.Approach1,
            (false, true, true) => Approach.Approach2,
            (false, true, false) => Approach.Standing,
            _ => Approach.Unknown,
        };
    }
}
