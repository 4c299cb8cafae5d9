using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Tests;

/// <summary>What was read of the invented tenant.</summary>
internal static class SampleCoverage
{
    public static ImmutableArray<CoverageRow> Rows { get; } =
    [
        Complete(SnapshotParts.Organization, "GET organization", "Organization.Read.All", 1),
        Complete(SnapshotParts.Subscriptions, "GET subscribedSkus", "LicenseAssignment.Read.All", 4),
        Complete(
            SnapshotParts.RoleDefinitions,
            "GET roleManagement/directory/roleDefinitions",
            "RoleManagement.Read.Directory",
            134
        ),
        Complete(
            SnapshotParts.RoleAssignments,
            "GET roleManagement/directory/roleAssignments",
            "RoleManagement.Read.Directory",
            61
        ),
        Complete(
            SnapshotParts.ActiveAssignments,
            "GET roleManagement/directory/roleAssignmentScheduleInstances",
            "RoleAssignmentSchedule.Read.Directory",
            64
        ),
        Complete(
            SnapshotParts.EligibleAssignments,
            "GET roleManagement/directory/roleEligibilityScheduleInstances",
            "RoleEligibilitySchedule.Read.Directory",
            47
        ),
        Complete(
            SnapshotParts.RoleSettings,
            "GET policies/roleManagementPolicyAssignments",
            "RoleManagementPolicy.Read.Directory",
            134
        ),
        Complete(SnapshotParts.RoleAssignableGroups, "GET groups", "Group.Read.All", 11),
        Complete(SnapshotParts.GroupMembers, "GET groups/{id}/members", "GroupMember.Read.All", 83),
        Complete(
            SnapshotParts.GroupEligibilities,
            "GET identityGovernance/privilegedAccess/group/eligibilityScheduleInstances",
            "PrivilegedEligibilitySchedule.Read.AzureADGroup",
            38
        ),
        Partial,
        Refused(Complete(SnapshotParts.AccessReviews, "GET identityGovernance/accessReviews/definitions", Reviews, 0)),
    ];

    public static CollectionRecord Collection { get; } =
        new(
            "application 61583b14-5afc-4760-a4e9-fbf3a2c5e184",
            ["Directory.Read.All", "RoleManagement.Read.Directory"],
            "https://graph.microsoft.com",
            "0.1.0",
            SampleIds.TakenAt,
            SampleIds.TakenAt.AddSeconds(221),
            ["Graph asked to wait 38 s in total."],
            [.. Rows.Select(Record)]
        );

    private const string Reviews = "AccessReview.Read.All";

    private static CoverageRow Partial =>
        Complete(
            SnapshotParts.GroupSettings,
            "GET policies/roleManagementPolicyAssignments",
            "RoleManagementPolicy.Read.AzureADGroup",
            20
        ) with
        {
            Status = PartStatus.Partial,
            Retries = 6,
            Gaps =
            [
                new(
                    SampleIds.TenantOperations.Id,
                    MissingReason.Throttled,
                    "Graph answered 429 six times within 4 minutes."
                ),
            ],
            BlindRules = ["PIM217"],
            Cure = "Scan again outside working hours.",
        };

    public static CoverageRow Refused(CoverageRow row) =>
        row with
        {
            Status = PartStatus.Refused,
            Reason = MissingReason.Permission,
            Detail = $"Graph answered 403 to {row.Request}: {row.Permission} is not granted.",
            Rows = 0,
            Pages = 0,
            BlindRules = row.Part is SnapshotParts.AccessReviews ? ["PIM501", "PIM502", "PIM503"] : ["PIM101"],
            Cure = $"Grant {row.Permission} to the auditing application and scan again.",
        };

    private static CoverageRow Complete(SnapshotParts part, string request, string permission, int rows) =>
        new(part, PartStatus.Complete, null, null, request, permission, rows, (rows / 100) + 1, 0, [], [], null);

    private static PartRecord Record(CoverageRow row) =>
        new(
            row.Part,
            row.Status,
            row.Reason,
            row.Detail,
            row.Request,
            row.Permission,
            row.Pages,
            row.Pages,
            row.Rows,
            Dropped: 0,
            row.Retries,
            Bytes: row.Rows * 700L,
            SampleIds.TakenAt,
            SampleIds.TakenAt.AddSeconds(20),
            row.Gaps
        );
}
