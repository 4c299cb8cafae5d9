namespace PimAudit.Collect;

/// <summary>Keeps each row of a run once: the first that came. Assignments are compared list by list, elsewhere.</summary>
internal static class RowsOnce
{
    public static void Keep(SnapshotRows rows)
    {
        Keep(rows.Subscriptions, row => row.SkuId);
        Keep(rows.Roles, row => row.Id);
        Keep(rows.EligibleAssignments, row => row.Id);
        Keep(rows.RoleSettings, row => row.Owner);
        Keep(rows.Memberships, row => (row.GroupId, row.PrincipalId, row.Access));
        Keep(rows.GroupAssignments, row => row.Id);
        Keep(rows.GroupEligibilities, row => row.Id);
        Keep(rows.GroupParents, row => row);
        Keep(rows.Users, row => row.Id);
        Keep(rows.Groups, row => row.Id);
        Keep(rows.ServicePrincipals, row => row.Id);
        Keep(rows.AdministrativeUnits, row => row.Id);
        Keep(rows.AccessReviews, row => row.Id);
        Keep(rows.AccessReviewInstances, row => (row.ReviewId, row.Id));
        Keep(rows.ConditionalAccessPolicies, row => row.Id);
        Keep(rows.AuthenticationContexts, row => row.Id);
        Keep(rows.RoleAssignmentSchedules, row => row.Id);
        Keep(rows.RoleEligibilitySchedules, row => row.Id);
        Keep(rows.GroupAssignmentSchedules, row => row.Id);
        Keep(rows.GroupEligibilitySchedules, row => row.Id);
        Keep(rows.ServicePrincipalOwners, row => (row.ObjectId, row.OwnerId));
        Keep(rows.Applications, row => row.Id);
        Keep(rows.ApplicationOwners, row => (row.ObjectId, row.OwnerId));
        Keep(rows.RegistrationDetails, row => row.UserId);
        Keep(rows.SignInActivities, row => row.UserId);
        Keep(rows.NamedGroups, row => row.Id);
        Keep(rows.PrivilegedRoles, row => row.RoleDefinitionId);
        Keep(rows.PimGroups, row => row.GroupId);
        Keep(rows.PimAlerts, row => row.Id);
    }

    private static void Keep<TRow, TKey>(List<TRow> rows, Func<TRow, TKey> key)
    {
        var seen = new HashSet<TKey>();
        rows.RemoveAll(row => !seen.Add(key(row)));
    }
}
