using System.Text;
using System.Text.Json;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.Trials;

/// <summary>Compares snapshots by the bytes of their files.</summary>
public static class Snapshots
{
    /// <summary>The events in memory, so that the folder in which they lay can go.</summary>
    public static TenantSnapshot Detached(TenantSnapshot snapshot) => snapshot with { Events = [.. snapshot.Events] };

    /// <summary>All rows and the whole record, apart from what differs from run to run: origin, times, retries and bytes.</summary>
    public static string Comparable(TenantSnapshot snapshot)
    {
        var record = snapshot.Collection;
        var same = snapshot with
        {
            Collection = record with
            {
                Endpoint = "",
                StartedAt = default,
                EndedAt = default,
                Parts =
                [
                    .. record.Parts.Select(part =>
                        part with
                        {
                            Retries = 0,
                            Bytes = 0,
                            StartedAt = null,
                            EndedAt = null,
                        }
                    ),
                ],
            },
        };
        return Text(same);
    }

    /// <summary>The rows of one part, as text.</summary>
    public static IEnumerable<string> RowsOf(TenantSnapshot snapshot, SnapshotParts part) =>
        Rows(snapshot, part).Select(row => JsonSerializer.Serialize(row, row.GetType()));

    private static IEnumerable<object> Rows(TenantSnapshot all, SnapshotParts part) =>
        part switch
        {
            SnapshotParts.Organization => [all.Tenant],
            SnapshotParts.Subscriptions => all.Subscriptions,
            SnapshotParts.RoleDefinitions => all.Roles,
            SnapshotParts.RoleAssignments => all.RoleAssignments,
            SnapshotParts.ActiveAssignments => all.RoleAssignmentInstances,
            SnapshotParts.EligibleAssignments => all.RoleEligibilities,
            SnapshotParts.RoleSettings => all.RoleSettings.Where(row => row.Owner.IsRole),
            SnapshotParts.GroupSettings => all.RoleSettings.Where(row => !row.Owner.IsRole),
            SnapshotParts.GroupMembers => all.Memberships.Where(row => row.Access is GroupAccess.Member),
            SnapshotParts.GroupOwners => all.Memberships.Where(row => row.Access is GroupAccess.Owner),
            SnapshotParts.GroupParents => all.GroupParents,
            SnapshotParts.GroupEligibilities => all.GroupEligibilities,
            SnapshotParts.GroupAssignments => all.GroupAssignments,
            SnapshotParts.RoleAssignableGroups => all.Groups.Where(row => row.IsRoleAssignable is true),
            SnapshotParts.Principals => [.. all.Users, .. all.Groups, .. all.ServicePrincipals],
            SnapshotParts.DeletedItems => [.. all.DeletedObjects, .. all.UnresolvedObjects],
            SnapshotParts.AdministrativeUnits => all.AdministrativeUnits,
            SnapshotParts.AccessReviews => all.AccessReviews,
            SnapshotParts.AccessReviewInstances => all.AccessReviewInstances,
            SnapshotParts.ConditionalAccessPolicies => all.ConditionalAccessPolicies,
            SnapshotParts.AuthenticationContexts => all.AuthenticationContexts,
            SnapshotParts.GroupsOfUsers => all.GroupsOfUsers,
            SnapshotParts.EmergencyAccounts => all.EmergencyAccounts,
            SnapshotParts.RoleAssignmentSchedules => all.RoleAssignmentSchedules,
            SnapshotParts.RoleEligibilitySchedules => all.RoleEligibilitySchedules,
            SnapshotParts.GroupAssignmentSchedules => all.GroupAssignmentSchedules,
            SnapshotParts.GroupEligibilitySchedules => all.GroupEligibilitySchedules,
            SnapshotParts.ServicePrincipalOwners => all.ServicePrincipalOwners,
            SnapshotParts.Applications => all.Applications,
            SnapshotParts.ApplicationOwners => all.ApplicationOwners,
            SnapshotParts.AuditEvents => all.Events,
            SnapshotParts.RegistrationDetails => all.RegistrationDetails,
            SnapshotParts.SignInActivity => all.SignInActivities,
            SnapshotParts.NamedGroups => all.NamedGroups,
            SnapshotParts.PrivilegedRoles => all.PrivilegedRoles,
            SnapshotParts.PimGroups => all.PimGroups,
            SnapshotParts.PimAlerts => all.PimAlerts,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part without rows."),
        };

    /// <summary>Every file of the snapshot, one after the other.</summary>
    private static string Text(TenantSnapshot snapshot)
    {
        using var zipped = new MemoryStream();
        SnapshotFile.WriteAsync(snapshot, zipped, CancellationToken.None).GetAwaiter().GetResult();
        using var zip = new System.IO.Compression.ZipArchive(zipped);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(entry.FullName).Append('\n').Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
