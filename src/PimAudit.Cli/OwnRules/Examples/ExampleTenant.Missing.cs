using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What was not read: the rows are gone, and the record says so.</summary>
internal sealed partial class ExampleTenant
{
    private static readonly SnapshotParts[] Licensed =
    [
        SnapshotParts.ActiveAssignments,
        SnapshotParts.EligibleAssignments,
        SnapshotParts.RoleSettings,
        SnapshotParts.GroupEligibilities,
        SnapshotParts.GroupAssignments,
        SnapshotParts.GroupSettings,
        SnapshotParts.AccessReviews,
        SnapshotParts.AccessReviewInstances,
        SnapshotParts.RoleAssignmentSchedules,
        SnapshotParts.RoleEligibilitySchedules,
        SnapshotParts.GroupAssignmentSchedules,
        SnapshotParts.GroupEligibilitySchedules,
        SnapshotParts.PimGroups,
        SnapshotParts.PimAlerts,
    ];

    private bool isUnlicensed;

    /// <summary>A list of parts, or a mapping of parts to the names of those for whom they were not read.</summary>
    private void NotRead()
    {
        if (isUnlicensed)
            foreach (var part in Licensed)
                Refuse(
                    part,
                    PartStatus.Unlicensed,
                    MissingReason.Licence,
                    "The tenant has no Microsoft Entra ID P2 or ID Governance licence."
                );
        if (map.IsMap("notRead"))
            NotReadOf(map.Map("notRead")!);
        else
            foreach (var name in map.Texts("notRead") ?? [])
                if (PartOf(map, "notRead", name) is { } part)
                    Refuse(part, PartStatus.Refused, MissingReason.Permission, "Graph answered 403.");
    }

    private void NotReadOf(YamlMap given)
    {
        foreach (var name in given.Keys.ToList())
        foreach (var who in given.Texts(name) ?? [])
            if (PartOf(given, name, name) is { } part)
            {
                var id = part is SnapshotParts.ApplicationOwners ? RegistrationId(who).ToString("D") : SubjectId(who);
                Drop(part, one => string.Equals(one.ToString("D"), id, StringComparison.Ordinal));
                Change(
                    part,
                    record =>
                        record with
                        {
                            Status = PartStatus.Partial,
                            Gaps = record.Gaps.Add(new(id, MissingReason.Throttled, "Graph answered 429.")),
                        }
                );
            }
    }

    private void Refuse(SnapshotParts part, PartStatus status, MissingReason reason, string detail)
    {
        Drop(part, _ => true);
        Change(part, record => record with { Status = status, Reason = reason, Detail = detail });
    }

    private void Change(SnapshotParts part, Func<PartRecord, PartRecord> change) =>
        tenant = tenant with
        {
            Collection = tenant.Collection with
            {
                Parts = [.. tenant.Collection.Parts.Select(record => record.Part == part ? change(record) : record)],
            },
        };

    /// <param name="isLost">By the object for which the part is read: group, role or principal.</param>
    private void Drop(SnapshotParts part, Func<Guid, bool> isLost) =>
        tenant = part switch
        {
            SnapshotParts.Subscriptions => tenant with { Subscriptions = [] },
            SnapshotParts.RoleDefinitions => tenant with { Roles = [] },
            SnapshotParts.RoleAssignments => tenant with { RoleAssignments = [] },
            SnapshotParts.ActiveAssignments => tenant with { RoleAssignmentInstances = [] },
            SnapshotParts.EligibleAssignments => tenant with { RoleEligibilities = [] },
            SnapshotParts.AccessReviews => tenant with { AccessReviews = [] },
            SnapshotParts.ConditionalAccessPolicies => tenant with { ConditionalAccessPolicies = [] },
            SnapshotParts.AuthenticationContexts => tenant with { AuthenticationContexts = [] },
            SnapshotParts.AdministrativeUnits => tenant with { AdministrativeUnits = [] },
            SnapshotParts.EmergencyAccounts => tenant with
            {
                EmergencyAccounts = [.. tenant.EmergencyAccounts.Where(one => !isLost(one.ObjectId ?? Guid.Empty))],
            },
            SnapshotParts.AuditEvents => tenant with { Events = [], EventsSince = null },
            SnapshotParts.PimAlerts => tenant with { PimAlerts = [] },
            SnapshotParts.NamedGroups => tenant with { NamedGroups = [], NamedGroupsPrefix = null },
            SnapshotParts.PrivilegedRoles => tenant with { PrivilegedRoles = [] },
            SnapshotParts.Organization => tenant with
            {
                Tenant = tenant.Tenant with { InitialDomain = null, Domains = null },
            },
            _ => WithoutRows(part, isLost),
        };

    private TenantSnapshot WithoutRows(SnapshotParts part, Func<Guid, bool> isLost) =>
        part switch
        {
            SnapshotParts.RoleSettings => tenant with
            {
                RoleSettings = [.. tenant.RoleSettings.Where(one => !one.Owner.IsRole || !isLost(one.Owner.Id))],
            },
            SnapshotParts.GroupSettings => tenant with
            {
                RoleSettings = [.. tenant.RoleSettings.Where(one => one.Owner.IsRole || !isLost(one.Owner.Id))],
            },
            SnapshotParts.AccessReviewInstances => tenant with
            {
                AccessReviewInstances =
                [
                    .. tenant.AccessReviewInstances.Where(one => !isLost(Guid.Parse(one.ReviewId))),
                ],
            },
            SnapshotParts.GroupMembers => WithoutLinks(GroupAccess.Member, isLost),
            SnapshotParts.GroupOwners => WithoutLinks(GroupAccess.Owner, isLost),
            SnapshotParts.GroupParents => tenant with
            {
                GroupParents = [.. tenant.GroupParents.Where(one => !isLost(one.GroupId))],
            },
            SnapshotParts.GroupEligibilities => tenant with
            {
                GroupEligibilities = [.. tenant.GroupEligibilities.Where(one => !isLost(one.GroupId))],
            },
            SnapshotParts.GroupAssignments => tenant with
            {
                GroupAssignments = [.. tenant.GroupAssignments.Where(one => !isLost(one.GroupId))],
            },
            SnapshotParts.Principals => tenant with
            {
                Users = [.. tenant.Users.Where(one => !isLost(one.Id))],
                Groups = [.. tenant.Groups.Where(one => !isLost(one.Id))],
                ServicePrincipals = [.. tenant.ServicePrincipals.Where(one => !isLost(one.Id))],
            },
            SnapshotParts.DeletedItems => tenant with
            {
                DeletedObjects = [.. tenant.DeletedObjects.Where(one => !isLost(one.Id))],
                UnresolvedObjects = [.. tenant.UnresolvedObjects.Where(one => !isLost(one.Id))],
            },
            SnapshotParts.SignInActivity => tenant with
            {
                SignInActivities = [.. tenant.SignInActivities.Where(one => !isLost(one.UserId))],
            },
            SnapshotParts.RegistrationDetails => tenant with
            {
                RegistrationDetails = [.. tenant.RegistrationDetails.Where(one => !isLost(one.UserId))],
            },
            SnapshotParts.ServicePrincipalOwners => tenant with
            {
                ServicePrincipalOwners = [.. tenant.ServicePrincipalOwners.Where(one => !isLost(one.ObjectId))],
            },
            SnapshotParts.ApplicationOwners => tenant with
            {
                ApplicationOwners = [.. tenant.ApplicationOwners.Where(one => !isLost(one.ObjectId))],
            },
            SnapshotParts.Applications => tenant with { Applications = WithoutRegistrations(isLost) },
            SnapshotParts.GroupsOfUsers => tenant with
            {
                GroupsOfUsers = [.. tenant.GroupsOfUsers.Where(one => !isLost(one.UserId))],
            },
            _ => tenant,
        };

    private TenantSnapshot WithoutLinks(GroupAccess access, Func<Guid, bool> isLost) =>
        tenant with
        {
            Memberships = [.. tenant.Memberships.Where(one => one.Access != access || !isLost(one.GroupId))],
        };

    private static SnapshotParts? PartOf(YamlMap given, string key, string name)
    {
        var parts = Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None).ToList();
        if (
            parts.Where(part => string.Equals(Camel(part.ToString()), name, StringComparison.Ordinal)).ToList()
            is [var found]
        )
            return found;

        var near = Nearest.Of(name, parts.Select(part => Camel(part.ToString())));
        given.Issue(key, $"names '{name}', which is no part of a snapshot", near);
        return null;
    }
}
