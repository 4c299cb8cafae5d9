using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// Every part of this version, in the order of <see cref="SnapshotParts"/>: the one table from which the collector, the
/// doctor, the list of permissions and the consent scripts are made.
/// </summary>
/// <remarks>Source: the permission table of each method in the Microsoft Graph documentation.</remarks>
public static class PartCatalogue
{
    private const string Roles = "roleManagement/directory/";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";
    private const string AllRoleReads = "RoleManagement.Read.Directory";
    private const string GroupPimRead = "PrivilegedAccess.Read.AzureADGroup";
    private const string DirectoryRead = "Directory.Read.All";
    private const string BetaSwitch = "beta";

    private const SnapshotParts NameGroups =
        SnapshotParts.RoleAssignableGroups | SnapshotParts.RoleAssignments | SnapshotParts.EligibleAssignments;

    /// <summary>Parts without which nobody can say which workloads reach a role.</summary>
    private const SnapshotParts NameWorkloads =
        SnapshotParts.RoleAssignments | SnapshotParts.GroupMembers | SnapshotParts.Principals;

    /// <summary>Parts without which nobody can say which people reach a role.</summary>
    private const SnapshotParts NamePeople = NameWorkloads | SnapshotParts.EligibleAssignments;

    public static ImmutableArray<PartNeeds> All { get; } =
    [
        new(SnapshotParts.Organization, "GET organization", [Need(DirectoryRead)]),
        new(SnapshotParts.Subscriptions, "GET subscribedSkus", [Need("Organization.Read.All", DirectoryRead)]),
        new(SnapshotParts.RoleDefinitions, $"GET {Roles}roleDefinitions", [Need(AllRoleReads, DirectoryRead)]),
        new(SnapshotParts.RoleAssignments, $"GET {Roles}roleAssignments", [Need(AllRoleReads, DirectoryRead)]),
        new(
            SnapshotParts.ActiveAssignments,
            $"GET {Roles}roleAssignmentScheduleInstances",
            [Need("RoleAssignmentSchedule.Read.Directory", AllRoleReads)]
        )
        {
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.EligibleAssignments,
            $"GET {Roles}roleEligibilityScheduleInstances",
            [Need("RoleEligibilitySchedule.Read.Directory", AllRoleReads)]
        )
        {
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.RoleSettings,
            "GET policies/roleManagementPolicyAssignments of directory roles",
            [Need("RoleManagementPolicy.Read.Directory", AllRoleReads)]
        )
        {
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.RoleAssignableGroups,
            "GET groups?$filter=isAssignableToRole eq true",
            [Need("GroupMember.Read.All", "Group.Read.All", DirectoryRead)]
        ),
        new(
            SnapshotParts.GroupMembers,
            "GET groups/{id}/members",
            [Need("GroupMember.Read.All", "Group.Read.All", DirectoryRead)]
        )
        {
            NamedBy = NameGroups,
        },
        new(
            SnapshotParts.GroupOwners,
            "GET groups/{id}/owners",
            [Need("GroupMember.Read.All", "Group.Read.All", DirectoryRead)]
        )
        {
            NamedBy = NameGroups,
        },
        new(SnapshotParts.GroupParents, "GET groups/{id}/memberOf", [Need(DirectoryRead)])
        {
            NamedBy = SnapshotParts.RoleAssignableGroups,
        },
        new(
            SnapshotParts.GroupEligibilities,
            $"GET {GroupPim}eligibilityScheduleInstances",
            [Need("PrivilegedEligibilitySchedule.Read.AzureADGroup", GroupPimRead)]
        )
        {
            NamedBy = NameGroups,
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.GroupAssignments,
            $"GET {GroupPim}assignmentScheduleInstances",
            [Need("PrivilegedAssignmentSchedule.Read.AzureADGroup", GroupPimRead)]
        )
        {
            NamedBy = NameGroups,
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.GroupSettings,
            "GET policies/roleManagementPolicyAssignments of groups",
            [Need("RoleManagementPolicy.Read.AzureADGroup")]
        )
        {
            NamedBy = NameGroups,
            Licence = PartLicence.P2,
        },
        new(SnapshotParts.Principals, "GET users, groups and servicePrincipals by id", [Need(DirectoryRead)]),
        new(SnapshotParts.DeletedItems, "GET directory/deletedItems/{id}", [Need(DirectoryRead)])
        {
            NamedBy = SnapshotParts.Principals,
        },
        new(
            SnapshotParts.AdministrativeUnits,
            "GET directory/administrativeUnits",
            [Need("AdministrativeUnit.Read.All", DirectoryRead)]
        ),
        new(
            SnapshotParts.AccessReviews,
            "GET identityGovernance/accessReviews/definitions",
            [Need("AccessReview.Read.All")]
        )
        {
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.AccessReviewInstances,
            "GET identityGovernance/accessReviews/definitions/{id}/instances",
            [Need("AccessReview.Read.All")]
        )
        {
            NamedBy = SnapshotParts.AccessReviews,
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.ConditionalAccessPolicies,
            "GET identity/conditionalAccess/policies",
            [Need("Policy.Read.All")]
        ),
        new(
            SnapshotParts.AuthenticationContexts,
            "GET identity/conditionalAccess/authenticationContextClassReferences",
            [Need("Policy.Read.ConditionalAccess", "Policy.Read.All")]
        ),
        new(SnapshotParts.GroupsOfUsers, "GET users/{id}/transitiveMemberOf", [Need(DirectoryRead)]),
        new(SnapshotParts.EmergencyAccounts, "GET users/{id or name}", [Need("User.Read.All", DirectoryRead)]),
        new(
            SnapshotParts.RoleAssignmentSchedules,
            $"GET {Roles}roleAssignmentSchedules",
            [Need("RoleAssignmentSchedule.Read.Directory", AllRoleReads)]
        )
        {
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.RoleEligibilitySchedules,
            $"GET {Roles}roleEligibilitySchedules",
            [Need("RoleEligibilitySchedule.Read.Directory", AllRoleReads)]
        )
        {
            Licence = PartLicence.P2,
        },
        new(
            SnapshotParts.GroupAssignmentSchedules,
            $"GET {GroupPim}assignmentSchedules",
            [Need("PrivilegedAssignmentSchedule.Read.AzureADGroup", GroupPimRead)]
        )
        {
            NamedBy = NameGroups,
            Licence = PartLicence.P2,
            Switch = "groupSchedules",
        },
        new(
            SnapshotParts.GroupEligibilitySchedules,
            $"GET {GroupPim}eligibilitySchedules",
            [Need("PrivilegedEligibilitySchedule.Read.AzureADGroup", GroupPimRead)]
        )
        {
            NamedBy = NameGroups,
            Licence = PartLicence.P2,
            Switch = "groupSchedules",
        },
        new(
            SnapshotParts.ServicePrincipalOwners,
            "GET servicePrincipals/{id}/owners",
            [Need("Application.Read.All", DirectoryRead)]
        )
        {
            NamedBy = NameWorkloads,
        },
        new(
            SnapshotParts.Applications,
            "GET applications?$filter=appId eq '{appId}'",
            [Need("Application.Read.All", DirectoryRead)]
        )
        {
            NamedBy = NameWorkloads,
        },
        new(
            SnapshotParts.ApplicationOwners,
            "GET applications/{id}/owners",
            [Need("Application.Read.All", DirectoryRead)]
        )
        {
            NamedBy = NameWorkloads | SnapshotParts.Applications,
        },
        new(
            SnapshotParts.AuditEvents,
            "GET auditLogs/directoryAudits of PIM",
            [Need("AuditLog.Read.All"), Need(DirectoryRead)]
        )
        {
            Switch = "audit",
        },
        new(
            SnapshotParts.RegistrationDetails,
            "GET reports/authenticationMethods/userRegistrationDetails",
            [Need("AuditLog.Read.All")]
        )
        {
            NamedBy = NamePeople,
            Licence = PartLicence.P1,
            Switch = "registration",
        },
        new(
            SnapshotParts.SignInActivity,
            "GET users/{id}?$select=id,signInActivity",
            [Need("AuditLog.Read.All"), Need("User.Read.All", DirectoryRead)]
        )
        {
            NamedBy = NamePeople,
            Licence = PartLicence.P1,
            Switch = "signIn",
        },
        new(
            SnapshotParts.NamedGroups,
            "GET groups?$filter=startsWith(displayName,'{prefix}')",
            [Need("GroupMember.Read.All", "Group.Read.All", DirectoryRead)]
        ),
        new(SnapshotParts.PrivilegedRoles, $"GET beta/{Roles}roleDefinitions", [Need(AllRoleReads, DirectoryRead)])
        {
            Switch = BetaSwitch,
            IsBeta = true,
        },
        new(SnapshotParts.PimGroups, $"GET beta/{GroupPim}resources", [Need(GroupPimRead)])
        {
            Licence = PartLicence.P2,
            Switch = BetaSwitch,
            IsBeta = true,
        },
        new(
            SnapshotParts.PimAlerts,
            "GET beta/identityGovernance/roleManagementAlerts/alerts",
            [Need("RoleManagementAlert.Read.Directory")]
        )
        {
            Licence = PartLicence.P2,
            Switch = BetaSwitch,
            IsBeta = true,
        },
    ];

    public static PartNeeds Of(SnapshotParts part) => All.First(needs => needs.Part == part);

    private static PermissionNeed Need(string least, params string[] alsoAccepted) => new(least, [.. alsoAccepted]);
}
