using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.ConditionalAccess;

/// <summary>People as Conditional Access sees them, each worked out once for all contexts of a run.</summary>
internal sealed class PolicyTargets
{
    private readonly AccessMap map;
    private readonly ILookup<string, AccessPath> paths;
    private readonly ImmutableSortedDictionary<Guid, Gap> hiddenRoles;
    private readonly FrozenDictionary<Guid, GroupsOfUser> groups;
    private readonly Dictionary<Guid, PolicyTarget> made = [];

    public PolicyTargets(AccessMap map)
    {
        this.map = map;
        groups = map.Snapshot.GroupsOfUsers.DistinctBy(row => row.UserId).ToFrozenDictionary(row => row.UserId);
        paths = map
            .Paths.Where(path => IsWholeTenant(path.Scope))
            .ToLookup(path => path.Principal.Id, StringComparer.Ordinal);
        hiddenRoles = map
            .Active.Where(grant => IsWholeTenant(grant.Scope))
            .Select(grant => (grant.RoleId, Gap: map.HoldersOf(grant.PrincipalId).Hidden))
            .Where(pair => pair.Gap is not null)
            .DistinctBy(pair => pair.RoleId)
            .ToImmutableSortedDictionary(pair => pair.RoleId, pair => pair.Gap!);
    }

    public PolicyTarget this[Guid id]
    {
        get
        {
            if (!made.TryGetValue(id, out var target))
                made[id] = target = new(map, id, groups.GetValueOrDefault(id), paths[id.ToString("D")], hiddenRoles);
            return target;
        }
    }

    /// <summary>Conditional Access does not see roles that are held in an administrative unit.</summary>
    private static bool IsWholeTenant(string scope) => string.Equals(scope, "/", StringComparison.Ordinal);
}
