using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>One row for each group that holds a role or stands on a path.</summary>
internal static class GroupTable
{
    public static ImmutableArray<GroupRow> Of(AccessMap access)
    {
        var grants = access.GroupGrants.ToLookup(grant => grant.GroupId);
        return [.. access.GroupsOnPaths.Select(id => Row(id, access, [.. grants[id]]))];
    }

    private static GroupRow Row(Guid id, AccessMap access, ImmutableArray<GroupGrant> grants)
    {
        var people = access.People(id);
        var group = access.Directory.Group(id);
        return new(
            access.Directory.Reference(id),
            group?.IsRoleAssignable,
            group is null ? null : KindOf(group),
            people.OwnersGap is null ? Standing(people.Owners) : null,
            people.MembersGap is null && people.AssignmentsGap is null ? Count(people, HopState.Standing) : null,
            people.EligibilitiesGap is null ? Count(people, HopState.Eligible) : null,
            people.AssignmentsGap is null ? Count(people, HopState.Activated) : null,
            [.. grants.Select(grant => Row(grant, access))],
            ApproachOf(grants)
        );
    }

    private static GroupGrantRow Row(GroupGrant grant, AccessMap access) =>
        new(
            access.Directory.RoleReference(grant.RoleId),
            access.Directory.ScopeReference(grant.Scope),
            grant.Approach,
            !grant.Eligible.IsEmpty,
            !grant.Active.IsEmpty
        );

    /// <returns>Null where it is not told of somebody whether he stands.</returns>
    private static int? Standing(ImmutableArray<GroupLink> owners) =>
        owners.Any(link => link.State is HopState.Unknown)
            ? null
            : owners.Count(link => link.State is HopState.Standing);

    private static int Count(GroupPeople people, HopState state) =>
        people.Members.Where(link => link.State == state).DistinctBy(link => link.PrincipalId).Count();

    /// <summary>In words; null where what was not read could make it another kind.</summary>
    private static string? KindOf(Group group)
    {
        string?[] words =
        [
            group.IsMicrosoft365 is true ? "Microsoft 365" : null,
            group.IsDynamic is true ? "dynamic" : null,
            group.IsSynchronised is true ? "synchronised" : null,
        ];
        var said = words.OfType<string>().ToList();
        return said.Count > 0 ? string.Join(", ", said)
            : group is not { IsMicrosoft365: false, IsDynamic: false, IsSynchronised: false } ? null
            : group.IsSecurityEnabled is null ? null
            : group.IsSecurityEnabled.Value ? "security"
            : "mail";
    }

    private static Approach? ApproachOf(ImmutableArray<GroupGrant> grants)
    {
        var found = grants.Select(grant => grant.Approach).Distinct().ToList();
        return found switch
        {
            [] => null,
            [var one] => one,
            _ when found.Contains(Approach.Unknown) => Approach.Unknown,
            _ => Approach.Mixed,
        };
    }
}
