using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>The requests of each part, and how they may fail.</summary>
internal static class MissingParts
{
    private static readonly (SnapshotParts Part, string Path)[] Families =
    [
        (SnapshotParts.Organization, "/organization"),
        (SnapshotParts.Subscriptions, "/subscribedSkus"),
        (SnapshotParts.RoleDefinitions, "/v1.0/roleManagement/directory/roleDefinitions"),
        (SnapshotParts.RoleAssignments, "/directory/roleAssignments"),
        (SnapshotParts.ActiveAssignments, "/directory/roleAssignmentScheduleInstances"),
        (SnapshotParts.EligibleAssignments, "/directory/roleEligibilityScheduleInstances"),
        (SnapshotParts.RoleSettings, "/roleManagementPolic.*DirectoryRole"),
        (SnapshotParts.RoleAssignableGroups, "isAssignableToRole eq true"),
        (SnapshotParts.GroupMembers, "/groups/[^/]+/members"),
        (SnapshotParts.GroupOwners, "/groups/[^/]+/owners"),
        (SnapshotParts.GroupParents, "/groups/[^/]+/memberOf"),
        (SnapshotParts.GroupEligibilities, "/group/eligibilityScheduleInstances"),
        (SnapshotParts.GroupAssignments, "/group/assignmentScheduleInstances"),
        (SnapshotParts.GroupSettings, "/roleManagementPolicyAssignments.*'Group'"),
        (SnapshotParts.Principals, "getByIds|id in"),
        (SnapshotParts.DeletedItems, "/deletedItems/"),
        (SnapshotParts.AdministrativeUnits, "/administrativeUnits"),
        (SnapshotParts.AccessReviews, "/accessReviews/definitions(\\?|$)"),
        (SnapshotParts.AccessReviewInstances, "/definitions/[^/]+/instances"),
        (SnapshotParts.ConditionalAccessPolicies, "/conditionalAccess/policies"),
        (SnapshotParts.AuthenticationContexts, "/authenticationContextClassReferences"),
        (SnapshotParts.GroupsOfUsers, "/transitiveMemberOf"),
        (SnapshotParts.EmergencyAccounts, "/users/[^/?]+\\?\\$select=id,displayName"),
        (SnapshotParts.RoleAssignmentSchedules, "/directory/roleAssignmentSchedules"),
        (SnapshotParts.RoleEligibilitySchedules, "/directory/roleEligibilitySchedules"),
        (SnapshotParts.GroupAssignmentSchedules, "/group/assignmentSchedules"),
        (SnapshotParts.GroupEligibilitySchedules, "/group/eligibilitySchedules"),
        (SnapshotParts.ServicePrincipalOwners, "/servicePrincipals/[^/]+/owners"),
        (SnapshotParts.Applications, "/applications.*appId eq"),
        (SnapshotParts.ApplicationOwners, "/applications/[^/]+/owners"),
        (SnapshotParts.AuditEvents, "/auditLogs/directoryAudits"),
        (SnapshotParts.RegistrationDetails, "/userRegistrationDetails"),
        (SnapshotParts.SignInActivity, "signInActivity"),
        (SnapshotParts.NamedGroups, "startsWith"),
        (SnapshotParts.PrivilegedRoles, "/beta/roleManagement/directory/roleDefinitions"),
        (SnapshotParts.PimGroups, "/group/resources"),
        (SnapshotParts.PimAlerts, "/roleManagementAlerts/alerts"),
    ];

    private static readonly (FaultKind Kind, MissingReason Reason)[] Faults =
    [
        (FaultKind.Refused, MissingReason.Permission),
        (FaultKind.Unlicensed, MissingReason.Licence),
        (FaultKind.ServerError, MissingReason.Transport),
        (FaultKind.Truncated, MissingReason.Malformed),
    ];

    /// <summary>Each family with each fault. Graph answers for want of a licence where PIM or governance is asked.</summary>
    private static IEnumerable<TestCaseData> All =>
        from family in Families
        from fault in Faults
        where fault.Kind is not FaultKind.Unlicensed || NeedsLicence(family.Part)
        select new TestCaseData(
            family.Part,
            new EmulatorFault(family.Path, fault.Kind),
            fault.Reason
        ).SetArgDisplayNames(family.Part.ToString(), fault.Kind.ToString());

    /// <summary>The application behind Contoso's workload is gone, so nobody can be asked for its owners.</summary>
    public static IEnumerable<TestCaseData> OfContoso =>
        All.Where(data => data.Arguments[0] is not SnapshotParts.ApplicationOwners);

    /// <summary>Nobody at Fabrikam is deleted, so nobody is looked up among the deleted items.</summary>
    public static IEnumerable<TestCaseData> OfFabrikam =>
        All.Where(data => data.Arguments[0] is not SnapshotParts.DeletedItems);

    private static bool NeedsLicence(SnapshotParts part) =>
        part
            is SnapshotParts.RoleDefinitions
                or SnapshotParts.ActiveAssignments
                or SnapshotParts.EligibleAssignments
                or SnapshotParts.RoleSettings
                or SnapshotParts.GroupEligibilities
                or SnapshotParts.GroupAssignments
                or SnapshotParts.GroupSettings
                or SnapshotParts.AccessReviews
                or SnapshotParts.AccessReviewInstances
                or SnapshotParts.ConditionalAccessPolicies
                or SnapshotParts.AuthenticationContexts
                or SnapshotParts.RoleAssignmentSchedules
                or SnapshotParts.RoleEligibilitySchedules
                or SnapshotParts.GroupAssignmentSchedules
                or SnapshotParts.GroupEligibilitySchedules
                or SnapshotParts.RegistrationDetails
                or SnapshotParts.SignInActivity
                or SnapshotParts.PimGroups
                or SnapshotParts.PimAlerts;
}
