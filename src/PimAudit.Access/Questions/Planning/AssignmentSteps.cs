using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>How the group gets the role.</summary>
internal static class AssignmentSteps
{
    /// <summary>Approach 1.</summary>
    public static ImmutableArray<PlanItem> Eligible(AccessMap map, PlannedRole role, GroupFacts group)
    {
        var what = $"{group.Planned.Label}: assignment type Eligible for {role.Label}";
        const string Ends = "Duration and expiration: configured";
        var gap = GapOf(map, SnapshotParts.EligibleAssignments);
        if (Rows(role, group).SelectMany(grant => grant.Eligible).ToList() is { Count: > 0 } rows)
            return
            [
                PlanItem.Of(what, "eligible", done: true),
                rows.Any(row => row.EndsAt is null)
                    ? PlanItem.Of(Ends, "permanent: give it an end, or decide that it has none", done: false)
                    : PlanItem.Of(Ends, $"until {Say.End(rows.Max(row => row.EndsAt))}", done: true),
            ];

        var now = Rows(role, group).Any() ? "active: remove that and make it eligible" : "not assigned";
        return
        [
            PlanItem.Of(what, now, gap is null ? false : null, Unread(gap)),
            PlanItem.Of(Ends, "not assigned", gap is null ? false : null, Unread(gap)),
        ];
    }

    /// <summary>Approach 2.</summary>
    public static ImmutableArray<PlanItem> Active(AccessMap map, PlannedRole role, GroupFacts group)
    {
        var gap = GapOf(map, SnapshotParts.ActiveAssignments);
        bool? isActive =
            Rows(role, group).Any(grant => grant.Active.Any(row => row.IsStanding)) ? true
            : gap is null ? false
            : null;
        return
        [
            PlanItem.Of(
                $"{group.Planned.Label}: assignment type Active on {role.Label}",
                isActive is true ? "active" : "not assigned",
                isActive,
                Unread(gap)
            ),
            Managed(map, group),
        ];
    }

    /// <summary>Only an eligible or activated member, or PIM's own list, shows that PIM manages a group.</summary>
    private static PlanItem Managed(AccessMap map, GroupFacts group)
    {
        const string What = "Privileged Identity Management > Groups > Discover groups: enable the group";
        if (group.IsNew || group.People.IsJustInTime)
            return PlanItem.Of(What, group.IsNew ? "does not exist yet" : "enabled", !group.IsNew);

        var gap = map.Snapshot.Collection.GapOf(SnapshotParts.PimGroups);
        var isListed = map.Snapshot.PimGroups.Any(row => row.GroupId == group.Planned.Id);
        return PlanItem.Of(What, isListed ? "enabled" : "not enabled", gap is null ? isListed : null, Unread(gap));
    }

    private static IEnumerable<GroupGrant> Rows(PlannedRole role, GroupFacts group) =>
        role.Grants.Where(grant => grant.GroupId == group.Planned.Id);

    /// <summary>Without PIM nobody is eligible and every assignment is in the directory's list.</summary>
    private static Gap? GapOf(AccessMap map, SnapshotParts part) =>
        map.Snapshot.HasPim ? map.Snapshot.Collection.GapOf(part) : null;

    private static UnreadFact Unread(Gap? gap) =>
        new(Subject: null, gap ?? new(SnapshotParts.None, MissingReason.NotCollected, ""));
}
