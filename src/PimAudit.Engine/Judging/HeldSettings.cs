using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Finds the role settings that matter: those that gate a path, and those of the roles that a profile asks about.</summary>
/// <remarks>
/// The settings of a role are asked only where the role hop itself is activated; where a membership is activated only the
/// group's settings are. Highly privileged roles are always judged: nobody may hold them today, somebody will tomorrow.
/// </remarks>
internal sealed class HeldSettings(AccessMap access, RoleTiers tiers)
{
    public ImmutableArray<HeldSetting> Of(RoleChoice choice) =>
        [
            .. RolesOf(choice).OrderBy(id => id.ToString("D"), StringComparer.Ordinal).Select(id => OfRole(id)),
            .. GroupSides(choice)
                .OrderBy(pair => pair.Key.Id.ToString("D"), StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Access)
                .Select(pair => OfGroup(pair.Key, pair.Value)),
        ];

    private HeldSetting OfRole(Guid roleId)
    {
        var owner = SettingsOwner.Role(roleId);
        var settings = access.SettingsOf(owner);
        if (
            !IsAlwaysJudged(roleId)
            && !ReachedByActivation.Contains(roleId)
            && HiddenRoles.TryGetValue(roleId, out var gap)
        )
            settings = Known<RoleSettings>.Missing(gap);
        return new(owner, access.Reference(owner), settings, tiers.Of(roleId));
    }

    private HeldSetting OfGroup(SettingsOwner owner, RoleTier tier)
    {
        var known = EligibleSides.ContainsKey(owner);
        var gap = known ? null : access.People(owner.Id).EligibilitiesGap;
        var settings = gap is null ? access.SettingsOf(owner) : Known<RoleSettings>.Missing(gap);
        return new(owner, access.Reference(owner), settings, tier);
    }

    private IEnumerable<Guid> RolesOf(RoleChoice choice)
    {
        if (choice.Width is RoleWidth.Listed)
            return choice.Listed;

        var held = ReachedByActivation.Union(HiddenRoles.Keys).Union(tiers.HighlyPrivileged);
        return choice.Width switch
        {
            RoleWidth.Privileged => held.Union(AllRoles.Where(tiers.IsPrivileged)),
            RoleWidth.All => held.Union(AllRoles),
            _ => held,
        };
    }

    private Dictionary<SettingsOwner, RoleTier> GroupSides(RoleChoice choice)
    {
        var sides = EligibleSides
            .Where(pair => choice.Width is not RoleWidth.Listed || pair.Value.Overlaps(choice.Listed))
            .ToDictionary(pair => pair.Key, pair => pair.Value.Min(tiers.Of));
        if (choice.Width is RoleWidth.Listed)
            return sides;

        foreach (var groupId in access.GroupsOnPaths.Where(id => access.People(id).EligibilitiesGap is not null))
            sides.TryAdd(SettingsOwner.Group(groupId, GroupAccess.Member), RoleTier.Other);
        return sides;
    }

    private ImmutableHashSet<Guid> ReachedByActivation { get; } =
    [.. access.Paths.Where(path => path.Hops[^1].State is HopState.Eligible).Select(path => Guid.Parse(path.Role.Id))];

    /// <summary>Roles for which a group is eligible of which it is not known whether anybody is in it.</summary>
    private Dictionary<Guid, Gap> HiddenRoles { get; } = HiddenEligible.ByRole(access);

    /// <summary>Sides of groups on which somebody is eligible on the way to a role, with the roles behind them.</summary>
    private Dictionary<SettingsOwner, HashSet<Guid>> EligibleSides { get; } = SidesOf(access);

    private IEnumerable<Guid> AllRoles => access.Snapshot.Roles.Where(role => role.IsEnabled).Select(role => role.Id);

    private bool IsAlwaysJudged(Guid roleId) => tiers.IsHighlyPrivileged(roleId);

    private static Dictionary<SettingsOwner, HashSet<Guid>> SidesOf(AccessMap access)
    {
        var sides = new Dictionary<SettingsOwner, HashSet<Guid>>();
        var hops = access
            .Paths.SelectMany(path => path.Hops.Where(IsEligibleMember).Select(hop => (hop, path.Role.Id)))
            .Concat(
                access.TakeoverPaths.SelectMany(path =>
                    path.Hops.Where(IsEligibleOwner).Select(hop => (hop, path.Role.Id))
                )
            );
        foreach (var (hop, roleId) in hops)
        {
            var side = hop.Relation is HopRelation.Member ? GroupAccess.Member : GroupAccess.Owner;
            var owner = SettingsOwner.Group(Guid.Parse(hop.To.Id), side);
            if (!sides.TryGetValue(owner, out var roles))
                sides[owner] = roles = [];
            roles.Add(Guid.Parse(roleId));
        }

        return sides;
    }

    private static bool IsEligibleMember(Hop hop) => hop is { Relation: HopRelation.Member, State: HopState.Eligible };

    private static bool IsEligibleOwner(Hop hop) => hop is { Relation: HopRelation.Owner, State: HopState.Eligible };
}
