using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>The rows of one collection while it runs; becomes the snapshot at its end.</summary>
internal sealed class SnapshotRows
{
    public Tenant? Tenant { get; set; }
    public List<Subscription> Subscriptions { get; } = [];
    public List<RoleDefinition> Roles { get; } = [];
    public List<RoleAssignment> RoleAssignments { get; } = [];
    public List<RoleAssignmentInstance> ActiveAssignments { get; } = [];
    public List<RoleEligibilityInstance> EligibleAssignments { get; } = [];
    public List<RoleSettings> RoleSettings { get; } = [];
    public List<DirectoryMembership> Memberships { get; } = [];
    public List<GroupAssignmentInstance> GroupAssignments { get; } = [];
    public List<GroupEligibilityInstance> GroupEligibilities { get; } = [];
    public List<GroupParent> GroupParents { get; } = [];
    public List<User> Users { get; } = [];
    public List<Group> Groups { get; } = [];
    public List<ServicePrincipal> ServicePrincipals { get; } = [];
    public List<DeletedObject> DeletedObjects { get; } = [];
    public List<UnresolvedObject> UnresolvedObjects { get; } = [];
    public List<AdministrativeUnit> AdministrativeUnits { get; } = [];
    public List<AccessReview> AccessReviews { get; } = [];
    public List<AccessReviewInstance> AccessReviewInstances { get; } = [];
    public List<ConditionalAccessPolicy> ConditionalAccessPolicies { get; } = [];
    public List<AuthenticationContext> AuthenticationContexts { get; } = [];
    public List<GroupsOfUser> GroupsOfUsers { get; } = [];
    public List<EmergencyAccountEntry> EmergencyAccounts { get; } = [];
    public List<RoleAssignmentSchedule> RoleAssignmentSchedules { get; } = [];
    public List<RoleEligibilitySchedule> RoleEligibilitySchedules { get; } = [];
    public List<GroupAssignmentSchedule> GroupAssignmentSchedules { get; } = [];
    public List<GroupEligibilitySchedule> GroupEligibilitySchedules { get; } = [];
    public List<WorkloadOwner> ServicePrincipalOwners { get; } = [];
    public List<Application> Applications { get; } = [];
    public List<WorkloadOwner> ApplicationOwners { get; } = [];
    public List<RegistrationDetails> RegistrationDetails { get; } = [];
    public List<SignInActivity> SignInActivities { get; } = [];
    public List<Group> NamedGroups { get; } = [];
    public List<PrivilegedRole> PrivilegedRoles { get; } = [];
    public List<PimGroup> PimGroups { get; } = [];
    public List<PimAlert> PimAlerts { get; } = [];

    /// <summary>UTC; null while the audit log was not read completely.</summary>
    public DateTimeOffset? EventsSince { get; set; }
}
