using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>What a part asks of Graph, and of the person who grants permissions.</summary>
/// <param name="Request">The request template, without ids and names.</param>
/// <param name="Permission">The least permission that reads it.</param>
/// <param name="NamedBy">Parts that name the objects for which it is asked; none for a list of its own.</param>
internal sealed record PartNeeds(
    SnapshotParts Part,
    string Request,
    string Permission,
    SnapshotParts NamedBy = SnapshotParts.None
);

/// <summary>Every part of this version, in the order of <see cref="SnapshotParts"/>.</summary>
internal static class PartCatalogue
{
    private const string Assignments = "roleManagement/directory/";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";

    private const SnapshotParts NameGroups =
        SnapshotParts.RoleAssignableGroups | SnapshotParts.RoleAssignments | SnapshotParts.EligibleAssignments;

    public static ImmutableArray<PartNeeds> All { get; } =
    [
        new(SnapshotParts.Organization, "GET organization", "Directory.Read.All"),
        new(SnapshotParts.Subscriptions, "GET subscribedSkus", "Organization.Read.All"),
        new(SnapshotParts.RoleDefinitions, $"GET {Assignments}roleDefinitions", "RoleManagement.Read.Directory"),
        new(SnapshotParts.RoleAssignments, $"GET {Assignments}roleAssignments", "RoleManagement.Read.Directory"),
        new(
            SnapshotParts.ActiveAssignments,
            $"GET {Assignments}roleAssignmentScheduleInstances",
            "RoleAssignmentSchedule.Read.Directory"
        ),
        new(
            SnapshotParts.EligibleAssignments,
            $"GET {Assignments}roleEligibilityScheduleInstances",
            "RoleEligibilitySchedule.Read.Directory"
        ),
        new(
            SnapshotParts.RoleSettings,
            "GET policies/roleManagementPolicyAssignments of directory roles",
            "RoleManagementPolicy.Read.Directory"
        ),
        new(
            SnapshotParts.RoleAssignableGroups,
            "GET groups?$filter=isAssignableToRole eq true",
            "GroupMember.Read.All"
        ),
        new(SnapshotParts.GroupMembers, "GET groups/{id}/members", "GroupMember.Read.All", NameGroups),
        new(SnapshotParts.GroupOwners, "GET groups/{id}/owners", "GroupMember.Read.All", NameGroups),
        new(
            SnapshotParts.GroupParents,
            "GET groups/{id}/memberOf",
            "Directory.Read.All",
            SnapshotParts.RoleAssignableGroups
        ),
        new(
            SnapshotParts.GroupEligibilities,
            $"GET {GroupPim}eligibilityScheduleInstances",
            "PrivilegedEligibilitySchedule.Read.AzureADGroup",
            NameGroups
        ),
        new(
            SnapshotParts.GroupAssignments,
            $"GET {GroupPim}assignmentScheduleInstances",
            "PrivilegedAssignmentSchedule.Read.AzureADGroup",
            NameGroups
        ),
        new(
            SnapshotParts.GroupSettings,
            "GET policies/roleManagementPolicyAssignments of groups",
            "RoleManagementPolicy.Read.AzureADGroup",
            NameGroups
        ),
        new(SnapshotParts.Principals, "GET users, groups and servicePrincipals by id", "Directory.Read.All"),
        new(
            SnapshotParts.DeletedItems,
            "GET directory/deletedItems/{id}",
            "Directory.Read.All",
            SnapshotParts.Principals
        ),
        new(SnapshotParts.AdministrativeUnits, "GET directory/administrativeUnits", "AdministrativeUnit.Read.All"),
        new(SnapshotParts.AccessReviews, "GET identityGovernance/accessReviews/definitions", "AccessReview.Read.All"),
        new(
            SnapshotParts.AccessReviewInstances,
            "GET identityGovernance/accessReviews/definitions/{id}/instances",
            "AccessReview.Read.All",
            SnapshotParts.AccessReviews
        ),
        new(SnapshotParts.ConditionalAccessPolicies, "GET identity/conditionalAccess/policies", "Policy.Read.All"),
        new(
            SnapshotParts.AuthenticationContexts,
            "GET identity/conditionalAccess/authenticationContextClassReferences",
            "Policy.Read.ConditionalAccess"
        ),
        new(SnapshotParts.GroupsOfUsers, "GET users/{id}/transitiveMemberOf", "Directory.Read.All"),
        new(SnapshotParts.EmergencyAccounts, "GET users/{id or name}", "User.Read.All"),
    ];

    public static PartNeeds Of(SnapshotParts part) => All.First(needs => needs.Part == part);
}
