using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Takes evidence away from a test tenant.</summary>
public static class CoverageOf
{
    /// <summary>The part was refused as a whole: 403.</summary>
    public static TenantSnapshot Refuse(this TenantSnapshot tenant, params SnapshotParts[] parts) =>
        tenant.Change(parts, PartStatus.Refused, MissingReason.Permission, "Graph answered 403.");

    /// <summary>The part is missing as a whole, for this reason.</summary>
    public static TenantSnapshot Miss(
        this TenantSnapshot tenant,
        SnapshotParts part,
        PartStatus status,
        MissingReason reason
    ) => tenant.Change([part], status, reason, $"The part is missing: {reason}.");

    /// <summary>The tenant lacks the licence for every part of PIM.</summary>
    public static TenantSnapshot Unlicensed(this TenantSnapshot tenant) =>
        tenant.Change(
            [
                SnapshotParts.ActiveAssignments,
                SnapshotParts.EligibleAssignments,
                SnapshotParts.RoleSettings,
                SnapshotParts.GroupEligibilities,
                SnapshotParts.GroupAssignments,
                SnapshotParts.GroupSettings,
                SnapshotParts.AccessReviews,
                SnapshotParts.AccessReviewInstances,
                SnapshotParts.RoleAssignmentSchedules,
                SnapshotParts.RoleEligibilitySchedules,
                SnapshotParts.GroupAssignmentSchedules,
                SnapshotParts.GroupEligibilitySchedules,
                SnapshotParts.PimGroups,
                SnapshotParts.PimAlerts,
            ],
            PartStatus.Unlicensed,
            MissingReason.Licence,
            "The tenant has no Microsoft Entra ID P2 or ID Governance licence."
        );

    /// <summary>The part could not be read for one object, by name of a user or group.</summary>
    public static TenantSnapshot Gap(this TenantSnapshot tenant, SnapshotParts part, string name) =>
        tenant.Gap(part, A.Id(name));

    public static TenantSnapshot Gap(this TenantSnapshot tenant, SnapshotParts part, Guid objectId) =>
        tenant.Change(
            part,
            record =>
                record with
                {
                    Status = PartStatus.Partial,
                    Gaps = record.Gaps.Add(new(objectId.ToString("D"), MissingReason.Throttled, "Graph answered 429.")),
                }
        );

    private static TenantSnapshot Change(
        this TenantSnapshot tenant,
        SnapshotParts[] parts,
        PartStatus status,
        MissingReason reason,
        string detail
    ) =>
        parts.Aggregate(
            tenant,
            (so, part) => so.Change(part, record => record with { Status = status, Reason = reason, Detail = detail })
        );

    private static TenantSnapshot Change(
        this TenantSnapshot tenant,
        SnapshotParts part,
        Func<PartRecord, PartRecord> change
    ) =>
        tenant with
        {
            Collection = tenant.Collection with
            {
                Parts = [.. tenant.Collection.Parts.Select(record => record.Part == part ? change(record) : record)],
            },
        };
}
