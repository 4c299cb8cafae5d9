using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>Which lists of the snapshot tell who and what there is.</summary>
internal static class Lists
{
    public const SnapshotParts OfRoles =
        SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments | SnapshotParts.EligibleAssignments;

    public const SnapshotParts OfGroups =
        SnapshotParts.GroupMembers
        | SnapshotParts.GroupOwners
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.GroupAssignments;

    /// <summary>Every id that some row of the snapshot takes for a principal, ordinal.</summary>
    public static IEnumerable<Guid> Principals(AccessMap map) =>
        Ordinal(
            map.Snapshot.Users.Select(one => one.Id)
                .Concat(map.Snapshot.Groups.Select(one => one.Id))
                .Concat(map.Snapshot.ServicePrincipals.Select(one => one.Id))
                .Concat(map.Snapshot.DeletedObjects.Select(one => one.Id))
                .Concat(map.Snapshot.UnresolvedObjects.Select(one => one.Id))
                .Concat(map.Active.Select(grant => grant.PrincipalId))
                .Concat(map.Eligible.Select(grant => grant.PrincipalId))
                .Concat(Groups(map).SelectMany(id => People(map, id)).Select(link => link.PrincipalId))
        );

    /// <summary>Every group of which the snapshot knows anything, ordinal. Groups met by their name alone are left out: nobody read who is in them.</summary>
    public static IEnumerable<Guid> Groups(AccessMap map) =>
        Ordinal(
            map.Snapshot.Groups.Select(group => group.Id)
                .Concat(map.Snapshot.Memberships.Select(row => row.GroupId))
                .Concat(map.Snapshot.GroupAssignments.Select(row => row.GroupId))
                .Concat(map.Snapshot.GroupEligibilities.Select(row => row.GroupId))
                .Concat(map.GroupsOnPaths)
                .Concat(map.GroupGrants.Select(grant => grant.GroupId))
        );

    public static IEnumerable<UnreadFact> PossibleGroups(AccessMap map) =>
        map.PossibleGroups.Select(spot => new UnreadFact(spot.Subject, spot.Gap));

    public static IEnumerable<GroupLink> People(AccessMap map, Guid groupId) =>
        map.People(groupId).Members.Concat(map.People(groupId).Owners);

    private static IEnumerable<Guid> Ordinal(IEnumerable<Guid> ids) =>
        ids.Distinct().OrderBy(id => id.ToString("D"), StringComparer.Ordinal);
}
