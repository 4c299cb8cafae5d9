using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Parts that hold rows of single groups or principals, so that they can be read anew for some of them.</summary>
internal static class PartScopes
{
    public static readonly SnapshotParts[] PerGroup =
    [
        SnapshotParts.GroupMembers,
        SnapshotParts.GroupOwners,
        SnapshotParts.GroupEligibilities,
        SnapshotParts.GroupAssignments,
        SnapshotParts.GroupSettings,
    ];

    public static readonly SnapshotParts[] PerPrincipal = [SnapshotParts.Principals, SnapshotParts.DeletedItems];
}
