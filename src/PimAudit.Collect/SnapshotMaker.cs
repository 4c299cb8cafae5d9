using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Puts the rows of a run in their final order: by id, so that the same tenant gives the same snapshot.</summary>
internal static class SnapshotMaker
{
    public static TenantSnapshot Make(CollectionRun run, CollectionRecord record)
    {
        var rows = run.Rows;
        return new()
        {
            TakenAt = run.TakenAt,
            Tenant = rows.Tenant ?? throw new InvalidOperationException("The tenant step did not run."),
            Collection = record,
            Subscriptions = [.. rows.Subscriptions.OrderBy(row => row.SkuId)],
            Roles = [.. rows.Roles.OrderBy(row => row.Id)],
            RoleAssignments = [.. rows.RoleAssignments.OrderBy(row => row.Id, StringComparer.Ordinal)],
            RoleAssignmentInstances = [.. rows.ActiveAssignments.OrderBy(row => row.Id, StringComparer.Ordinal)],
            RoleEligibilities = [.. rows.EligibleAssignments.OrderBy(row => row.Id, StringComparer.Ordinal)],
            RoleSettings = [.. rows.RoleSettings.OrderBy(row => row.Owner.Id).ThenBy(row => row.Owner.Access)],
            Memberships =
            [
                .. rows
                    .Memberships.Distinct()
                    .Select(row => row with { PrincipalKind = KindOf(run, row.PrincipalId, row.PrincipalKind) })
                    .OrderBy(row => row.GroupId)
                    .ThenBy(row => row.Access)
                    .ThenBy(row => row.PrincipalId),
            ],
            GroupAssignments = [.. rows.GroupAssignments.Distinct().OrderBy(row => row.Id, StringComparer.Ordinal)],
            GroupEligibilities = [.. rows.GroupEligibilities.OrderBy(row => row.Id, StringComparer.Ordinal)],
            GroupParents = [.. rows.GroupParents.OrderBy(row => row.GroupId).ThenBy(row => row.ParentId)],
            Users = [.. rows.Users.OrderBy(row => row.Id)],
            Groups = [.. rows.Groups.OrderBy(row => row.Id)],
            ServicePrincipals = [.. rows.ServicePrincipals.OrderBy(row => row.Id)],
            DeletedObjects = [.. rows.DeletedObjects.OrderBy(row => row.Id)],
            UnresolvedObjects = [.. rows.UnresolvedObjects.OrderBy(row => row.Id)],
            AdministrativeUnits = [.. rows.AdministrativeUnits.OrderBy(row => row.Id)],
            AccessReviews = [.. rows.AccessReviews.OrderBy(row => row.Id, StringComparer.Ordinal)],
            AccessReviewInstances =
            [
                .. rows
                    .AccessReviewInstances.OrderBy(row => row.ReviewId, StringComparer.Ordinal)
                    .ThenBy(row => row.StartsAt)
                    .ThenBy(row => row.Id, StringComparer.Ordinal),
            ],
            ConditionalAccessPolicies =
            [
                .. rows.ConditionalAccessPolicies.OrderBy(row => row.Id, StringComparer.Ordinal),
            ],
            AuthenticationContexts = [.. rows.AuthenticationContexts.OrderBy(row => row.Id, StringComparer.Ordinal)],
            GroupsOfUsers = [.. rows.GroupsOfUsers.OrderBy(row => row.UserId)],
            EmergencyAccounts = [.. rows.EmergencyAccounts.OrderBy(row => row.Entry, StringComparer.Ordinal)],
            RoleAssignmentSchedules = [.. rows.RoleAssignmentSchedules.OrderBy(row => row.Id, StringComparer.Ordinal)],
            RoleEligibilitySchedules =
            [
                .. rows.RoleEligibilitySchedules.OrderBy(row => row.Id, StringComparer.Ordinal),
            ],
            GroupAssignmentSchedules =
            [
                .. rows.GroupAssignmentSchedules.OrderBy(row => row.Id, StringComparer.Ordinal),
            ],
            GroupEligibilitySchedules =
            [
                .. rows.GroupEligibilitySchedules.OrderBy(row => row.Id, StringComparer.Ordinal),
            ],
            ServicePrincipalOwners = [.. Owners(run, rows.ServicePrincipalOwners)],
            Applications = [.. rows.Applications.OrderBy(row => row.Id)],
            ApplicationOwners = [.. Owners(run, rows.ApplicationOwners)],
            RegistrationDetails = [.. rows.RegistrationDetails.OrderBy(row => row.UserId)],
            SignInActivities = [.. rows.SignInActivities.OrderBy(row => row.UserId)],
            NamedGroups = [.. rows.NamedGroups.OrderBy(row => row.Id)],
            NamedGroupsPrefix = run.Ledger[SnapshotParts.NamedGroups].HasFailed ? null : run.Options.GroupNamePrefix,
            PrivilegedRoles = [.. rows.PrivilegedRoles.OrderBy(row => row.RoleDefinitionId)],
            PimGroups = [.. rows.PimGroups.OrderBy(row => row.GroupId)],
            PimAlerts = [.. rows.PimAlerts.OrderBy(row => row.Id, StringComparer.Ordinal)],
            EventsSince = rows.EventsSince,
            Events = rows.EventsSince is null ? [] : run.Events.Rows,
        };
    }

    /// <summary>
    /// Keeps each row once, since one that moves between pages while they are read comes twice, and writes into the ledger
    /// how many rows of each part are kept.
    /// </summary>
    public static void CountRows(CollectionRun run)
    {
        RowsOnce.Keep(run.Rows);
        var rows = run.Rows;
        var listsGroups = !run.Ledger[SnapshotParts.RoleAssignableGroups].HasFailed;
        Count(SnapshotParts.Organization, run.Ledger[SnapshotParts.Organization].HasFailed ? 0 : 1);
        Count(SnapshotParts.Subscriptions, rows.Subscriptions.Count);
        Count(SnapshotParts.RoleDefinitions, rows.Roles.Count);
        Count(SnapshotParts.RoleAssignments, rows.RoleAssignments.Count);
        Count(SnapshotParts.ActiveAssignments, rows.ActiveAssignments.Count);
        Count(SnapshotParts.EligibleAssignments, rows.EligibleAssignments.Count);
        Count(SnapshotParts.RoleSettings, rows.RoleSettings.Count(row => row.Owner.IsRole));
        Count(
            SnapshotParts.RoleAssignableGroups,
            rows.Groups.Count(row => listsGroups && row.IsRoleAssignable is true)
        );
        Count(SnapshotParts.GroupMembers, rows.Memberships.Count(row => row.Access is GroupAccess.Member));
        Count(SnapshotParts.GroupOwners, rows.Memberships.Count(row => row.Access is GroupAccess.Owner));
        Count(SnapshotParts.GroupParents, rows.GroupParents.Count);
        Count(SnapshotParts.GroupEligibilities, rows.GroupEligibilities.Count);
        Count(SnapshotParts.GroupAssignments, rows.GroupAssignments.Count);
        Count(SnapshotParts.GroupSettings, rows.RoleSettings.Count(row => !row.Owner.IsRole));
        Count(SnapshotParts.Principals, rows.Users.Count + rows.Groups.Count + rows.ServicePrincipals.Count);
        Count(SnapshotParts.DeletedItems, rows.DeletedObjects.Count);
        Count(SnapshotParts.AdministrativeUnits, rows.AdministrativeUnits.Count);
        Count(SnapshotParts.AccessReviews, rows.AccessReviews.Count);
        Count(SnapshotParts.AccessReviewInstances, rows.AccessReviewInstances.Count);
        Count(SnapshotParts.ConditionalAccessPolicies, rows.ConditionalAccessPolicies.Count);
        Count(SnapshotParts.AuthenticationContexts, rows.AuthenticationContexts.Count);
        Count(SnapshotParts.GroupsOfUsers, rows.GroupsOfUsers.Count);
        Count(SnapshotParts.EmergencyAccounts, rows.EmergencyAccounts.Count);
        Count(SnapshotParts.RoleAssignmentSchedules, rows.RoleAssignmentSchedules.Count);
        Count(SnapshotParts.RoleEligibilitySchedules, rows.RoleEligibilitySchedules.Count);
        Count(SnapshotParts.GroupAssignmentSchedules, rows.GroupAssignmentSchedules.Count);
        Count(SnapshotParts.GroupEligibilitySchedules, rows.GroupEligibilitySchedules.Count);
        Count(SnapshotParts.ServicePrincipalOwners, rows.ServicePrincipalOwners.Count);
        Count(SnapshotParts.Applications, rows.Applications.Count);
        Count(SnapshotParts.ApplicationOwners, rows.ApplicationOwners.Count);
        Count(SnapshotParts.RegistrationDetails, rows.RegistrationDetails.Count);
        Count(SnapshotParts.SignInActivity, rows.SignInActivities.Count);
        Count(SnapshotParts.NamedGroups, rows.NamedGroups.Count);
        Count(SnapshotParts.PrivilegedRoles, rows.PrivilegedRoles.Count);
        Count(SnapshotParts.PimGroups, rows.PimGroups.Count);
        Count(SnapshotParts.PimAlerts, rows.PimAlerts.Count);
        Count(SnapshotParts.AuditEvents, rows.EventsSince is null ? 0 : run.Events.Slices.Sum(slice => slice.Rows));

        void Count(SnapshotParts part, int count) => run.Ledger[part].Rows = count;
    }

    private static IEnumerable<WorkloadOwner> Owners(CollectionRun run, List<WorkloadOwner> rows) =>
        rows.Select(row => row with { OwnerKind = KindOf(run, row.OwnerId, row.OwnerKind) })
            .OrderBy(row => row.ObjectId)
            .ThenBy(row => row.OwnerId);

    private static ObjectKind KindOf(CollectionRun run, Guid id, ObjectKind told) =>
        told is ObjectKind.Unresolved ? run.Pool.KindOf(id) : told;
}
