using PimAudit.Model;

namespace PimAudit.Trials;

/// <summary>Which parts decide what another part is asked for: when one of them is missing, the other may be smaller.</summary>
internal static class Upstream
{
    private const SnapshotParts Lists =
        SnapshotParts.Organization
        | SnapshotParts.Subscriptions
        | SnapshotParts.RoleDefinitions
        | SnapshotParts.RoleSettings
        | SnapshotParts.RoleAssignableGroups
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.AdministrativeUnits
        | SnapshotParts.AccessReviews
        | SnapshotParts.ConditionalAccessPolicies
        | SnapshotParts.AuthenticationContexts
        | SnapshotParts.EmergencyAccounts
        | SnapshotParts.RoleAssignmentSchedules
        | SnapshotParts.RoleEligibilitySchedules
        | SnapshotParts.AuditEvents
        | SnapshotParts.NamedGroups
        | SnapshotParts.PrivilegedRoles
        | SnapshotParts.PimGroups
        | SnapshotParts.PimAlerts;

    private const SnapshotParts NamesObjects =
        SnapshotParts.RoleAssignableGroups
        | SnapshotParts.RoleAssignments
        | SnapshotParts.ActiveAssignments
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.RoleSettings
        | SnapshotParts.GroupSettings
        | SnapshotParts.GroupMembers
        | SnapshotParts.GroupOwners
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.GroupAssignments
        | SnapshotParts.PimGroups
        | SnapshotParts.Principals
        | SnapshotParts.EmergencyAccounts
        | SnapshotParts.ServicePrincipalOwners
        | SnapshotParts.Applications
        | SnapshotParts.ApplicationOwners;

    public static SnapshotParts Of(SnapshotParts part) =>
        part switch
        {
            SnapshotParts.RoleAssignments => SnapshotParts.ActiveAssignments,
            SnapshotParts.ActiveAssignments => SnapshotParts.RoleAssignments,
            SnapshotParts.AccessReviewInstances => SnapshotParts.AccessReviews,
            _ when Lists.HasFlag(part) => SnapshotParts.None,
            _ => NamesObjects,
        };
}
