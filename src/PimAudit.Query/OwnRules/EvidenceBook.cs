using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>Finds the rows of the snapshot that a query names as its evidence.</summary>
internal static class EvidenceBook
{
    /// <returns>The part of each id that is a row; others are left out.</returns>
    public static Dictionary<string, SnapshotParts> Find(AccessMap map, IReadOnlySet<string> wanted)
    {
        var found = new Dictionary<string, SnapshotParts>(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return found;

        foreach (var row in Rows(map).Where(row => wanted.Contains(row.Id)))
            found.TryAdd(row.Id, row.Part);
        if (found.Count < wanted.Count)
            foreach (var row in map.Snapshot.Events.Where(row => wanted.Contains(row.Id)))
                found.TryAdd(row.Id, SnapshotParts.AuditEvents);
        return found;
    }

    private static IEnumerable<Evidence> Rows(AccessMap map) =>
        OfRoles(map).Concat(OfGroups(map)).Concat(OfSettings(map.Snapshot));

    private static IEnumerable<Evidence> OfRoles(AccessMap map) =>
        map
            .Active.SelectMany(grant => grant.Evidence.Append(new(SnapshotParts.ActiveAssignments, grant.Id)))
            .Concat(map.Eligible.Select(grant => new Evidence(SnapshotParts.EligibleAssignments, grant.Id)));

    private static IEnumerable<Evidence> OfGroups(AccessMap map) =>
        Lists.Groups(map).SelectMany(id => Lists.People(map, id)).SelectMany(link => link.Evidence);

    private static IEnumerable<Evidence> OfSettings(TenantSnapshot snapshot) =>
        snapshot
            .RoleSettings.Select(row => new Evidence(
                row.Owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
                row.PolicyId
            ))
            .Concat(snapshot.AccessReviews.Select(row => new Evidence(SnapshotParts.AccessReviews, row.Id)));

    /// <summary>The part that tells of an object; the object's id is then its evidence.</summary>
    public static SnapshotParts PartOf(ObjectRef one) =>
        one.Kind switch
        {
            ObjectKind.Role => SnapshotParts.RoleDefinitions,
            ObjectKind.Tenant => SnapshotParts.Organization,
            ObjectKind.AdministrativeUnit => SnapshotParts.AdministrativeUnits,
            ObjectKind.AccessReview => SnapshotParts.AccessReviews,
            ObjectKind.AuthenticationContext => SnapshotParts.AuthenticationContexts,
            ObjectKind.ConditionalAccessPolicy => SnapshotParts.ConditionalAccessPolicies,
            ObjectKind.Other => SnapshotParts.AuditEvents,
            ObjectKind.Unresolved => SnapshotParts.DeletedItems,
            _ => SnapshotParts.Principals,
        };
}
