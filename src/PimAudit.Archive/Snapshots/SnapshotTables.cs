using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>Every table of a snapshot, in the order of the files.</summary>
internal static class SnapshotTables
{
    public const string Manifest = "manifest.json";

    private static readonly ArchiveJson Json = ArchiveJson.Default;

    public static ImmutableArray<SnapshotTable> All { get; } =
    [
        new SnapshotTable<Subscription>(
            "subscriptions.ndjson",
            Json.Subscription,
            one => one.Subscriptions,
            (one, rows) => one with { Subscriptions = rows }
        ),
        new SnapshotTable<RoleDefinition>(
            "roles.ndjson",
            Json.RoleDefinition,
            one => one.Roles,
            (one, rows) => one with { Roles = rows }
        ),
        new SnapshotTable<RoleAssignment>(
            "roleAssignments.ndjson",
            Json.RoleAssignment,
            one => one.RoleAssignments,
            (one, rows) => one with { RoleAssignments = rows }
        ),
        new SnapshotTable<RoleAssignmentInstance>(
            "roleAssignmentInstances.ndjson",
            Json.RoleAssignmentInstance,
            one => one.RoleAssignmentInstances,
            (one, rows) => one with { RoleAssignmentInstances = rows }
        ),
        new SnapshotTable<RoleEligibilityInstance>(
            "roleEligibilities.ndjson",
            Json.RoleEligibilityInstance,
            one => one.RoleEligibilities,
            (one, rows) => one with { RoleEligibilities = rows }
        ),
        new SnapshotTable<RoleSettings>(
            "roleSettings.ndjson",
            Json.RoleSettings,
            one => one.RoleSettings,
            (one, rows) => one with { RoleSettings = rows }
        ),
        new SnapshotTable<DirectoryMembership>(
            "memberships.ndjson",
            Json.DirectoryMembership,
            one => one.Memberships,
            (one, rows) => one with { Memberships = rows }
        ),
        new SnapshotTable<GroupAssignmentInstance>(
            "groupAssignments.ndjson",
            Json.GroupAssignmentInstance,
            one => one.GroupAssignments,
            (one, rows) => one with { GroupAssignments = rows }
        ),
        new SnapshotTable<GroupEligibilityInstance>(
            "groupEligibilities.ndjson",
            Json.GroupEligibilityInstance,
            one => one.GroupEligibilities,
            (one, rows) => one with { GroupEligibilities = rows }
        ),
        new SnapshotTable<GroupParent>(
            "groupParents.ndjson",
            Json.GroupParent,
            one => one.GroupParents,
            (one, rows) => one with { GroupParents = rows }
        ),
        new SnapshotTable<User>("users.ndjson", Json.User, one => one.Users, (one, rows) => one with { Users = rows }),
        new SnapshotTable<Group>(
            "groups.ndjson",
            Json.Group,
            one => one.Groups,
            (one, rows) => one with { Groups = rows }
        ),
        new SnapshotTable<ServicePrincipal>(
            "servicePrincipals.ndjson",
            Json.ServicePrincipal,
            one => one.ServicePrincipals,
            (one, rows) => one with { ServicePrincipals = rows }
        ),
        new SnapshotTable<DeletedObject>(
            "deletedObjects.ndjson",
            Json.DeletedObject,
            one => one.DeletedObjects,
            (one, rows) => one with { DeletedObjects = rows }
        ),
        new SnapshotTable<UnresolvedObject>(
            "unresolvedObjects.ndjson",
            Json.UnresolvedObject,
            one => one.UnresolvedObjects,
            (one, rows) => one with { UnresolvedObjects = rows }
        ),
        new SnapshotTable<AdministrativeUnit>(
            "administrativeUnits.ndjson",
            Json.AdministrativeUnit,
            one => one.AdministrativeUnits,
            (one, rows) => one with { AdministrativeUnits = rows }
        ),
        new SnapshotTable<AccessReview>(
            "accessReviews.ndjson",
            Json.AccessReview,
            one => one.AccessReviews,
            (one, rows) => one with { AccessReviews = rows }
        ),
        new SnapshotTable<AccessReviewInstance>(
            "accessReviewInstances.ndjson",
            Json.AccessReviewInstance,
            one => one.AccessReviewInstances,
            (one, rows) => one with { AccessReviewInstances = rows }
        ),
        new SnapshotTable<ConditionalAccessPolicy>(
            "conditionalAccessPolicies.ndjson",
            Json.ConditionalAccessPolicy,
            one => one.ConditionalAccessPolicies,
            (one, rows) => one with { ConditionalAccessPolicies = rows }
        ),
        new SnapshotTable<AuthenticationContext>(
            "authenticationContexts.ndjson",
            Json.AuthenticationContext,
            one => one.AuthenticationContexts,
            (one, rows) => one with { AuthenticationContexts = rows }
        ),
        new SnapshotTable<GroupsOfUser>(
            "groupsOfUsers.ndjson",
            Json.GroupsOfUser,
            one => one.GroupsOfUsers,
            (one, rows) => one with { GroupsOfUsers = rows }
        ),
        new SnapshotTable<EmergencyAccountEntry>(
            "emergencyAccounts.ndjson",
            Json.EmergencyAccountEntry,
            one => one.EmergencyAccounts,
            (one, rows) => one with { EmergencyAccounts = rows }
        ),
        new SnapshotTable<RoleAssignmentSchedule>(
            "roleAssignmentSchedules.ndjson",
            Json.RoleAssignmentSchedule,
            one => one.RoleAssignmentSchedules,
            (one, rows) => one with { RoleAssignmentSchedules = rows }
        ),
        new SnapshotTable<RoleEligibilitySchedule>(
            "roleEligibilitySchedules.ndjson",
            Json.RoleEligibilitySchedule,
            one => one.RoleEligibilitySchedules,
            (one, rows) => one with { RoleEligibilitySchedules = rows }
        ),
        new SnapshotTable<GroupAssignmentSchedule>(
            "groupAssignmentSchedules.ndjson",
            Json.GroupAssignmentSchedule,
            one => one.GroupAssignmentSchedules,
            (one, rows) => one with { GroupAssignmentSchedules = rows }
        ),
        new SnapshotTable<GroupEligibilitySchedule>(
            "groupEligibilitySchedules.ndjson",
            Json.GroupEligibilitySchedule,
            one => one.GroupEligibilitySchedules,
            (one, rows) => one with { GroupEligibilitySchedules = rows }
        ),
        new SnapshotTable<WorkloadOwner>(
            "servicePrincipalOwners.ndjson",
            Json.WorkloadOwner,
            one => one.ServicePrincipalOwners,
            (one, rows) => one with { ServicePrincipalOwners = rows }
        ),
        new SnapshotTable<Application>(
            "applications.ndjson",
            Json.Application,
            one => one.Applications,
            (one, rows) => one with { Applications = rows }
        ),
        new SnapshotTable<WorkloadOwner>(
            "applicationOwners.ndjson",
            Json.WorkloadOwner,
            one => one.ApplicationOwners,
            (one, rows) => one with { ApplicationOwners = rows }
        ),
        new EventTable(),
        new SnapshotTable<RegistrationDetails>(
            "registrationDetails.ndjson",
            Json.RegistrationDetails,
            one => one.RegistrationDetails,
            (one, rows) => one with { RegistrationDetails = rows }
        ),
        new SnapshotTable<SignInActivity>(
            "signInActivities.ndjson",
            Json.SignInActivity,
            one => one.SignInActivities,
            (one, rows) => one with { SignInActivities = rows }
        ),
        new SnapshotTable<Group>(
            "namedGroups.ndjson",
            Json.Group,
            one => one.NamedGroups,
            (one, rows) => one with { NamedGroups = rows }
        ),
        new SnapshotTable<PrivilegedRole>(
            "privilegedRoles.ndjson",
            Json.PrivilegedRole,
            one => one.PrivilegedRoles,
            (one, rows) => one with { PrivilegedRoles = rows }
        ),
        new SnapshotTable<PimGroup>(
            "pimGroups.ndjson",
            Json.PimGroup,
            one => one.PimGroups,
            (one, rows) => one with { PimGroups = rows }
        ),
        new SnapshotTable<PimAlert>(
            "pimAlerts.ndjson",
            Json.PimAlert,
            one => one.PimAlerts,
            (one, rows) => one with { PimAlerts = rows }
        ),
    ];
}
