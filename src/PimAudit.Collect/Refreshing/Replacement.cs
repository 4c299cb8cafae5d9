using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Puts what was read into the place of what a snapshot holds of the same objects; every other row stays.</summary>
/// <remarks>
/// The rows of an object that was asked for go in any case: what could not be read again is a gap, and never answered by what
/// it was.
/// </remarks>
internal static class Replacement
{
    public static TenantSnapshot In(TenantSnapshot old, TenantSnapshot read, CollectionRun run, TouchedStep step)
    {
        var ids = run.Pool.All.ToHashSet();
        var watched = Watched(read);
        bool OfRole(Guid role) => step.ReadsAllHolders || step.Roles.Contains(role);
        bool IsAsked(RoleSettings row) =>
            row.Owner.IsRole ? step.AskedSettingsOf(row.Owner.Id) : ids.Contains(row.Owner.Id);

        return old with
        {
            TakenAt = read.TakenAt > old.TakenAt ? read.TakenAt : old.TakenAt,
            Collection = RefreshedRecord.Of(old, read, step, ids, watched),
            RoleAssignments = Rows(old.RoleAssignments, read.RoleAssignments, row => OfRole(row.RoleDefinitionId)),
            RoleAssignmentInstances = Rows(
                old.RoleAssignmentInstances,
                read.RoleAssignmentInstances,
                row => OfRole(row.RoleDefinitionId)
            ),
            RoleEligibilities = Rows(
                old.RoleEligibilities,
                read.RoleEligibilities,
                row => OfRole(row.RoleDefinitionId)
            ),
            RoleSettings = Rows(old.RoleSettings, read.RoleSettings, IsAsked),
            Memberships =
            [
                .. Rows(old.Memberships, read.Memberships, row => ids.Contains(row.GroupId)).Select(row => Told(row)),
            ],
            GroupAssignments = Rows(old.GroupAssignments, read.GroupAssignments, row => ids.Contains(row.GroupId)),
            GroupEligibilities = Rows(
                old.GroupEligibilities,
                read.GroupEligibilities,
                row => ids.Contains(row.GroupId)
            ),
            Users = Rows(old.Users, read.Users, row => ids.Contains(row.Id)),
            Groups = Rows(old.Groups, read.Groups, row => ids.Contains(row.Id)),
            ServicePrincipals = Rows(old.ServicePrincipals, read.ServicePrincipals, row => ids.Contains(row.Id)),
            DeletedObjects = Rows(old.DeletedObjects, read.DeletedObjects, row => ids.Contains(row.Id)),
            UnresolvedObjects = Rows(old.UnresolvedObjects, read.UnresolvedObjects, row => ids.Contains(row.Id)),
            GroupsOfUsers = Rows(old.GroupsOfUsers, read.GroupsOfUsers, row => watched.Contains(row.UserId)),
            ConditionalAccessPolicies = step.HasReadPolicies
                ? read.ConditionalAccessPolicies
                : old.ConditionalAccessPolicies,
            Roles = IsRead(read, SnapshotParts.RoleDefinitions) ? read.Roles : old.Roles,
            AdministrativeUnits = IsRead(read, SnapshotParts.AdministrativeUnits)
                ? read.AdministrativeUnits
                : old.AdministrativeUnits,
        };

        // A row of another group may say what somebody was, who is gone or was not told meanwhile.
        DirectoryMembership Told(DirectoryMembership row) =>
            ids.Contains(row.PrincipalId) ? row with { PrincipalKind = run.Pool.KindOf(row.PrincipalId) } : row;
    }

    private static ImmutableArray<TRow> Rows<TRow>(
        ImmutableArray<TRow> old,
        ImmutableArray<TRow> read,
        Func<TRow, bool> isAsked
    ) => [.. old.Where(row => !isAsked(row)), .. read.Where(isAsked)];

    /// <summary>A list of names that was asked for and came; one that did not come leaves the old names, which judge nothing.</summary>
    private static bool IsRead(TenantSnapshot read, SnapshotParts part) =>
        read.Collection[part] is { Requests: > 0, IsMissing: false };

    /// <summary>Users whose groups were asked for, with or without success.</summary>
    private static HashSet<Guid> Watched(TenantSnapshot read) =>
        [
            .. read.GroupsOfUsers.Select(row => row.UserId),
            .. read.Collection[SnapshotParts.GroupsOfUsers].Gaps.Select(gap => Guid.Parse(gap.ObjectId)),
        ];
}
