using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Groups in and around a planned group.</summary>
internal static class Nestings
{
    /// <summary>A sentence each, with what to do.</summary>
    public static IEnumerable<string> Of(AccessMap map, GroupFacts group) =>
        Inner(map, group)
            .Select(inner => $"{inner.Label} is nested in {group.Name}. Put its people in themselves.")
            .Concat(Outer(map, group).Select(outer => $"{group.Name} is nested in {outer.Label}. Take it out."));

    /// <summary>Why there may be others; null when all were read.</summary>
    public static Gap? GapOf(AccessMap map, GroupFacts group) =>
        group.Planned.Id is { } id
            ? group.People.MembersGap
                ?? group.People.OwnersGap
                ?? group.People.EligibilitiesGap
                ?? map.Snapshot.Collection.GapOf(SnapshotParts.GroupParents, id)
                ?? group.Gap
            : null;

    private static IEnumerable<ObjectRef> Inner(AccessMap map, GroupFacts group) =>
        GroupCrowd.Ordered(
            group
                .People.Members.Concat(group.People.Owners)
                .Select(link => map.Directory.Reference(link.PrincipalId))
                .Where(one => one.Kind is ObjectKind.Group)
        );

    private static IEnumerable<ObjectRef> Outer(AccessMap map, GroupFacts group) =>
        GroupCrowd.Ordered(
            map.Snapshot.GroupParents.Where(row => row.GroupId == group.Planned.Id)
                .Select(row => row.ParentId)
                .Concat(Holding(map.Snapshot, group.Planned.Id))
                .Select(map.Directory.Reference)
        );

    private static IEnumerable<Guid> Holding(TenantSnapshot snapshot, Guid? id) =>
        snapshot
            .Memberships.Where(row => row.PrincipalId == id)
            .Select(row => row.GroupId)
            .Concat(snapshot.GroupEligibilities.Where(row => row.PrincipalId == id).Select(row => row.GroupId));
}
