using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Finds the group for a role where the one asked about cannot be used.</summary>
internal static class OtherGroups
{
    /// <summary>A sound group that carries the role by that approach already; else a new one with a name not seen in the snapshot.</summary>
    public static GroupFacts For(AccessMap map, PlannedRole role, Approach approach) =>
        role.Grants.Where(grant => grant.Approach == approach)
            .Select(grant => GroupFacts.Existing(map, grant.GroupId))
            .FirstOrDefault(group =>
                group.Properties?.IsRoleAssignable is true && !Decision.IsUnfit(role, group) && group.Gap is null
            )
        ?? GroupFacts.New(UnseenName(map.Snapshot, role.GroupName));

    /// <summary>Groups that were not read may have it all the same.</summary>
    public static string UnseenName(TenantSnapshot snapshot, string wanted)
    {
        var taken = snapshot
            .Groups.Concat(snapshot.NamedGroups)
            .Select(group => group.DisplayName?.Trim())
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = wanted;
        for (var number = 2; taken.Contains(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted} {number}");
        return name;
    }
}
