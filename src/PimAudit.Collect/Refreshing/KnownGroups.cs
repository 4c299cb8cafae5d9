using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Every group of which a snapshot holds anything.</summary>
internal static class KnownGroups
{
    public static IReadOnlyList<Guid> Of(TenantSnapshot snapshot) =>
        [
            .. snapshot
                .Groups.Select(group => group.Id)
                .Concat(snapshot.Memberships.Select(row => row.GroupId))
                .Concat(snapshot.GroupAssignments.Select(row => row.GroupId))
                .Concat(snapshot.GroupEligibilities.Select(row => row.GroupId))
                .Distinct()
                .Order(),
        ];
}
