using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>One side of a group whose activation gives roles at once.</summary>
/// <param name="Roles">Highly privileged roles behind it, ordinal by id.</param>
/// <param name="Gap">Why it is not known whether it does; null when it is.</param>
internal sealed record ActivatedGroup(SettingsOwner Owner, ImmutableArray<Guid> Roles, Gap? Gap);

/// <summary>Finds the groups through which an activated membership or ownership gives a highly privileged role.</summary>
internal static class ActivatedGroups
{
    /// <summary>
    /// Just-in-time groups that are active on such a role, by member side and, while somebody is eligible as owner, by owner
    /// side; and nested groups whose activation is the only gate before such a role.
    /// </summary>
    public static ImmutableArray<ActivatedGroup> CarryingHighlyPrivileged(RuleContext context)
    {
        var carried = Carried(context);
        var nested = Nested(context, carried.Select(side => side.Owner).ToHashSet());
        return
        [
            .. carried
                .Concat(nested)
                .OrderBy(side => side.Owner.Id.ToString("D"), StringComparer.Ordinal)
                .ThenBy(side => side.Owner.Access),
        ];
    }

    private static ImmutableArray<ActivatedGroup> Carried(RuleContext context) =>
        [
            .. context
                .Access.GroupGrants.Where(grant =>
                    context.Roles.IsHighlyPrivileged(grant.RoleId) && !grant.Active.IsEmpty
                )
                .GroupBy(grant => grant.GroupId)
                .SelectMany(grants => SidesOf(context.Access.People(grants.Key), [.. grants])),
        ];

    private static IEnumerable<ActivatedGroup> SidesOf(GroupPeople people, ImmutableArray<GroupGrant> grants)
    {
        var gap = grants.Select(grant => grant.Gap).FirstOrDefault(one => one is not null) ?? people.ClassGap;
        if (gap is null && !people.IsJustInTime)
            yield break;

        ImmutableArray<Guid> roles =
        [
            .. grants.Select(grant => grant.RoleId).Distinct().OrderBy(id => id.ToString("D"), StringComparer.Ordinal),
        ];
        yield return new(SettingsOwner.Group(people.GroupId, GroupAccess.Member), roles, gap);
        if (people.Owners.Any(link => link.State is HopState.Eligible) || people.EligibilitiesGap is not null)
            yield return new(
                SettingsOwner.Group(people.GroupId, GroupAccess.Owner),
                roles,
                gap ?? people.EligibilitiesGap
            );
    }

    /// <summary>A group inside a standing one: nothing is activated on the way but the membership of the inner group.</summary>
    private static IEnumerable<ActivatedGroup> Nested(RuleContext context, HashSet<SettingsOwner> carried) =>
        context
            .Access.Paths.Where(path => IsHighlyPrivileged(context, path) && path.Hops[^1].State is HopState.Standing)
            .Select(path => (Role: Guid.Parse(path.Role.Id), Gates: GatesOf(path)))
            .Where(pair => !pair.Gates.IsEmpty && !pair.Gates.Any(carried.Contains))
            .SelectMany(pair => pair.Gates.Select(owner => (Owner: owner, pair.Role)))
            .GroupBy(pair => pair.Owner)
            .Select(pairs => new ActivatedGroup(
                pairs.Key,
                [.. pairs.Select(pair => pair.Role).Distinct().OrderBy(id => id.ToString("D"), StringComparer.Ordinal)],
                Gap: null
            ));

    private static bool IsHighlyPrivileged(RuleContext context, AccessPath path) =>
        context.Roles.IsHighlyPrivileged(Guid.Parse(path.Role.Id));

    private static ImmutableArray<SettingsOwner> GatesOf(AccessPath path) =>
        [
            .. path
                .Hops.Where(hop => hop is { Relation: HopRelation.Member, State: HopState.Eligible })
                .Select(hop => SettingsOwner.Group(Guid.Parse(hop.To.Id), GroupAccess.Member)),
        ];
}
