using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Takes rows away together with the record of having read them, as a refused request does.</summary>
public static class EvidenceOf
{
    /// <summary>The whole part was refused and brought nothing.</summary>
    public static TenantSnapshot Lose(this TenantSnapshot tenant, SnapshotParts part) =>
        tenant.Rows(part, _ => false).Refuse(part);

    /// <summary>The part brought nothing for one object, by name of a user or group.</summary>
    public static TenantSnapshot Lose(this TenantSnapshot tenant, SnapshotParts part, Guid objectId) =>
        tenant.Rows(part, id => id != objectId).Gap(part, objectId);

    private static TenantSnapshot Rows(this TenantSnapshot tenant, SnapshotParts part, Func<Guid, bool> keep) =>
        part switch
        {
            SnapshotParts.Subscriptions => tenant with { Subscriptions = [] },
            SnapshotParts.RoleDefinitions => tenant with { Roles = [] },
            SnapshotParts.RoleAssignments => tenant with { RoleAssignments = [] },
            SnapshotParts.ActiveAssignments => tenant with { RoleAssignmentInstances = [] },
            SnapshotParts.EligibleAssignments => tenant with { RoleEligibilities = [] },
            SnapshotParts.AccessReviews => tenant with { AccessReviews = [] },
            SnapshotParts.AccessReviewInstances => tenant with
            {
                AccessReviewInstances = [.. tenant.AccessReviewInstances.Where(row => keep(Guid.Parse(row.ReviewId)))],
            },
            SnapshotParts.ConditionalAccessPolicies => tenant with { ConditionalAccessPolicies = [] },
            SnapshotParts.AuthenticationContexts => tenant with { AuthenticationContexts = [] },
            SnapshotParts.EmergencyAccounts => tenant with { EmergencyAccounts = [] },
            SnapshotParts.Organization => tenant with { Tenant = new(tenant.Tenant.Id, null, null, null) },
            SnapshotParts.PimAlerts => tenant with { PimAlerts = [] },
            SnapshotParts.RegistrationDetails => tenant with
            {
                RegistrationDetails = [.. tenant.RegistrationDetails.Where(row => keep(row.UserId))],
            },
            SnapshotParts.SignInActivity => tenant with
            {
                SignInActivities = [.. tenant.SignInActivities.Where(row => keep(row.UserId))],
            },
            SnapshotParts.Principals => tenant.Principals(keep),
            _ => tenant.RowsOfGroups(part, keep),
        };

    private static TenantSnapshot RowsOfGroups(this TenantSnapshot tenant, SnapshotParts part, Func<Guid, bool> keep) =>
        part switch
        {
            SnapshotParts.RoleSettings => tenant.Settings(one => !one.Owner.IsRole || keep(one.Owner.Id)),
            SnapshotParts.GroupSettings => tenant.Settings(one => one.Owner.IsRole || keep(one.Owner.Id)),
            SnapshotParts.GroupMembers => tenant.Memberships(GroupAccess.Member, keep),
            SnapshotParts.GroupOwners => tenant.Memberships(GroupAccess.Owner, keep),
            SnapshotParts.GroupParents => tenant with
            {
                GroupParents = [.. tenant.GroupParents.Where(row => keep(row.GroupId))],
            },
            SnapshotParts.GroupEligibilities => tenant with
            {
                GroupEligibilities = [.. tenant.GroupEligibilities.Where(row => keep(row.GroupId))],
            },
            SnapshotParts.GroupAssignments => tenant with
            {
                GroupAssignments = [.. tenant.GroupAssignments.Where(row => keep(row.GroupId))],
            },
            SnapshotParts.GroupsOfUsers => tenant with
            {
                GroupsOfUsers = [.. tenant.GroupsOfUsers.Where(row => keep(row.UserId))],
            },
            SnapshotParts.DeletedItems => tenant with
            {
                DeletedObjects = [.. tenant.DeletedObjects.Where(row => keep(row.Id))],
                UnresolvedObjects = [.. tenant.UnresolvedObjects.Where(row => keep(row.Id))],
            },
            _ => tenant,
        };

    private static TenantSnapshot Principals(this TenantSnapshot tenant, Func<Guid, bool> keep) =>
        tenant with
        {
            Users = [.. tenant.Users.Where(one => keep(one.Id))],
            Groups = [.. tenant.Groups.Where(one => keep(one.Id))],
            ServicePrincipals = [.. tenant.ServicePrincipals.Where(one => keep(one.Id))],
        };

    private static TenantSnapshot Settings(this TenantSnapshot tenant, Func<RoleSettings, bool> keep) =>
        tenant with
        {
            RoleSettings = [.. tenant.RoleSettings.Where(keep)],
        };

    private static TenantSnapshot Memberships(this TenantSnapshot tenant, GroupAccess access, Func<Guid, bool> keep) =>
        tenant with
        {
            Memberships = [.. tenant.Memberships.Where(row => row.Access != access || keep(row.GroupId))],
        };
}
