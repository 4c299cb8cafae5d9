namespace PimAudit.Model;

/// <summary>The parts of a snapshot: each is read by one collection step and can be missing on its own.</summary>
/// <remarks>Source: the request templates of the collection record; Graph v1.0 unless said otherwise.</remarks>
[Flags]
public enum SnapshotParts : long
{
    None = 0,

    /// <summary><c>organization</c></summary>
    Organization = 1 << 0,

    /// <summary><c>subscribedSkus</c></summary>
    Subscriptions = 1 << 1,

    /// <summary><c>roleManagement/directory/roleDefinitions</c></summary>
    RoleDefinitions = 1 << 2,

    /// <summary><c>roleManagement/directory/roleAssignments</c></summary>
    RoleAssignments = 1 << 3,

    /// <summary><c>roleManagement/directory/roleAssignmentScheduleInstances</c></summary>
    ActiveAssignments = 1 << 4,

    /// <summary><c>roleManagement/directory/roleEligibilityScheduleInstances</c></summary>
    EligibleAssignments = 1 << 5,

    /// <summary><c>policies/roleManagementPolicyAssignments</c> of directory roles. Per role.</summary>
    RoleSettings = 1 << 6,

    /// <summary><c>groups</c> that can be assigned to roles, as a list.</summary>
    RoleAssignableGroups = 1 << 7,

    /// <summary><c>groups/{id}/members</c>. Per group.</summary>
    GroupMembers = 1 << 8,

    /// <summary><c>groups/{id}/owners</c>. Per group.</summary>
    GroupOwners = 1 << 9,

    /// <summary><c>groups/{id}/memberOf</c>. Per role-assignable group.</summary>
    GroupParents = 1 << 10,

    /// <summary><c>privilegedAccess/group/eligibilityScheduleInstances</c>. Per group.</summary>
    GroupEligibilities = 1 << 11,

    /// <summary><c>privilegedAccess/group/assignmentScheduleInstances</c>. Per group.</summary>
    GroupAssignments = 1 << 12,

    /// <summary><c>policies/roleManagementPolicyAssignments</c> of groups. Per group.</summary>
    GroupSettings = 1 << 13,

    /// <summary><c>users</c>, <c>groups</c> and <c>servicePrincipals</c> that a path touches. Per object.</summary>
    Principals = 1 << 14,

    /// <summary><c>directory/deletedItems/{id}</c> of ids that the directory no longer knows. Per object.</summary>
    DeletedItems = 1 << 15,

    /// <summary><c>directory/administrativeUnits</c></summary>
    AdministrativeUnits = 1 << 16,

    /// <summary><c>identityGovernance/accessReviews/definitions</c></summary>
    AccessReviews = 1 << 17,

    /// <summary><c>accessReviews/definitions/{id}/instances</c>. Per review of a role or group.</summary>
    AccessReviewInstances = 1 << 18,

    /// <summary><c>identity/conditionalAccess/policies</c></summary>
    ConditionalAccessPolicies = 1 << 19,

    /// <summary><c>identity/conditionalAccess/authenticationContextClassReferences</c></summary>
    AuthenticationContexts = 1 << 20,

    /// <summary><c>users/{id}/transitiveMemberOf</c> of emergency accounts and people behind a context. Per user.</summary>
    GroupsOfUsers = 1 << 21,

    /// <summary><c>users/{id or name}</c> of each configured emergency account. Per entry.</summary>
    EmergencyAccounts = 1 << 22,

    /// <summary><c>roleManagement/directory/roleAssignmentSchedules</c></summary>
    RoleAssignmentSchedules = 1 << 23,

    /// <summary><c>roleManagement/directory/roleEligibilitySchedules</c></summary>
    RoleEligibilitySchedules = 1 << 24,

    /// <summary><c>privilegedAccess/group/assignmentSchedules</c>. Per group, when asked for.</summary>
    GroupAssignmentSchedules = 1 << 25,

    /// <summary><c>privilegedAccess/group/eligibilitySchedules</c>. Per group, when asked for.</summary>
    GroupEligibilitySchedules = 1 << 26,

    /// <summary><c>servicePrincipals/{id}/owners</c>. Per service principal on a path.</summary>
    ServicePrincipalOwners = 1 << 27,

    /// <summary><c>applications?$filter=appId eq '...'</c>. Per service principal on a path.</summary>
    Applications = 1 << 28,

    /// <summary><c>applications/{id}/owners</c>. Per application of such a service principal.</summary>
    ApplicationOwners = 1 << 29,

    /// <summary><c>auditLogs/directoryAudits</c> of PIM, for a window before TakenAt.</summary>
    AuditEvents = 1 << 30,

    /// <summary><c>reports/authenticationMethods/userRegistrationDetails</c> of people on a path.</summary>
    RegistrationDetails = 1L << 31,

    /// <summary><c>signInActivity</c> of users. Per person on a path.</summary>
    SignInActivity = 1L << 32,

    /// <summary><c>groups</c> that are named as role-assignable groups are, as a list.</summary>
    NamedGroups = 1L << 33,

    /// <summary><c>isPrivileged</c> of role definitions. Beta, when asked for.</summary>
    PrivilegedRoles = 1L << 34,

    /// <summary><c>privilegedAccess/group/resources</c>: groups that PIM manages. Beta, when asked for.</summary>
    PimGroups = 1L << 35,

    /// <summary><c>identityGovernance/roleManagementAlerts/alerts</c>. Beta, when asked for.</summary>
    PimAlerts = 1L << 36,
}
