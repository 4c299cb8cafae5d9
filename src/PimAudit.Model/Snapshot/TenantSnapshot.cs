using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>What was read of a tenant, row by row, with the record of how it was read. Everything is judged from this alone.</summary>
/// <remarks>
/// Rows that had ended or not begun at <see cref="TakenAt"/> are not in it. A role assignment that stands in only one of
/// the two lists is in it only if it was still there when it was read again.
/// </remarks>
public sealed record TenantSnapshot
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>UTC; the start of the collection, and the present of every judgement.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required Tenant Tenant { get; init; }
    public required CollectionRecord Collection { get; init; }

    public ImmutableArray<Subscription> Subscriptions { get; init; } = [];
    public ImmutableArray<RoleDefinition> Roles { get; init; } = [];
    public ImmutableArray<RoleAssignment> RoleAssignments { get; init; } = [];
    public ImmutableArray<RoleAssignmentInstance> RoleAssignmentInstances { get; init; } = [];
    public ImmutableArray<RoleEligibilityInstance> RoleEligibilities { get; init; } = [];
    public ImmutableArray<RoleSettings> RoleSettings { get; init; } = [];
    public ImmutableArray<DirectoryMembership> Memberships { get; init; } = [];
    public ImmutableArray<GroupAssignmentInstance> GroupAssignments { get; init; } = [];
    public ImmutableArray<GroupEligibilityInstance> GroupEligibilities { get; init; } = [];
    public ImmutableArray<GroupParent> GroupParents { get; init; } = [];
    public ImmutableArray<User> Users { get; init; } = [];
    public ImmutableArray<Group> Groups { get; init; } = [];
    public ImmutableArray<ServicePrincipal> ServicePrincipals { get; init; } = [];
    public ImmutableArray<DeletedObject> DeletedObjects { get; init; } = [];
    public ImmutableArray<UnresolvedObject> UnresolvedObjects { get; init; } = [];
    public ImmutableArray<AdministrativeUnit> AdministrativeUnits { get; init; } = [];
    public ImmutableArray<AccessReview> AccessReviews { get; init; } = [];
    public ImmutableArray<AccessReviewInstance> AccessReviewInstances { get; init; } = [];
    public ImmutableArray<ConditionalAccessPolicy> ConditionalAccessPolicies { get; init; } = [];
    public ImmutableArray<AuthenticationContext> AuthenticationContexts { get; init; } = [];
    public ImmutableArray<GroupsOfUser> GroupsOfUsers { get; init; } = [];
    public ImmutableArray<EmergencyAccountEntry> EmergencyAccounts { get; init; } = [];
    public ImmutableArray<RoleAssignmentSchedule> RoleAssignmentSchedules { get; init; } = [];
    public ImmutableArray<RoleEligibilitySchedule> RoleEligibilitySchedules { get; init; } = [];
    public ImmutableArray<GroupAssignmentSchedule> GroupAssignmentSchedules { get; init; } = [];
    public ImmutableArray<GroupEligibilitySchedule> GroupEligibilitySchedules { get; init; } = [];
    public ImmutableArray<WorkloadOwner> ServicePrincipalOwners { get; init; } = [];
    public ImmutableArray<Application> Applications { get; init; } = [];
    public ImmutableArray<WorkloadOwner> ApplicationOwners { get; init; } = [];
    public ImmutableArray<RegistrationDetails> RegistrationDetails { get; init; } = [];
    public ImmutableArray<SignInActivity> SignInActivities { get; init; } = [];

    /// <summary>Named as the convention names role-assignable groups, whether they are or not; not necessarily on a path.</summary>
    public ImmutableArray<Group> NamedGroups { get; init; } = [];

    /// <summary>How the names of <see cref="NamedGroups"/> begin, letter case aside; null when they were not asked for.</summary>
    public string? NamedGroupsPrefix { get; init; }
    public ImmutableArray<PrivilegedRole> PrivilegedRoles { get; init; } = [];
    public ImmutableArray<PimGroup> PimGroups { get; init; } = [];
    public ImmutableArray<PimAlert> PimAlerts { get; init; } = [];

    /// <summary>The first moment of which <see cref="Events"/> speak, UTC; null when they were not asked for.</summary>
    public DateTimeOffset? EventsSince { get; init; }

    /// <summary>
    /// Oldest first, then by id. A large tenant has millions: they are read anew from where they lie each time they are
    /// gone through, and never held together.
    /// </summary>
    public IEnumerable<PimEvent> Events { get; init; } = [];

    /// <summary>
    /// False when PIM answered that the tenant has no Entra ID P2 or Governance licence: then no activation can exist and
    /// every role assignment is standing and permanent.
    /// </summary>
    public bool HasPim =>
        Collection[SnapshotParts.ActiveAssignments].Reason is not MissingReason.Licence
        || Collection[SnapshotParts.EligibleAssignments].Reason is not MissingReason.Licence;
}
