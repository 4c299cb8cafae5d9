using System.Collections.Frozen;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>What keeps lesser administrators from resetting a person's password: access that he has without activating anything.</summary>
internal sealed class Protection
{
    private readonly ILookup<string, Guid> rolesNow;
    private readonly FrozenSet<Guid> inRoleAssignableGroups;

    /// <param name="now">UTC; what has ended by then protects nobody.</param>
    public Protection(AccessMap map, DateTimeOffset now)
    {
        rolesNow = map
            .Paths.Where(path => path.State is not HopState.Eligible && !(path.EndsAt <= now))
            .ToLookup(path => path.Principal.Id, path => Guid.Parse(path.Role.Id), StringComparer.Ordinal);
        inRoleAssignableGroups = map
            .Snapshot.Groups.Where(group => group.IsRoleAssignable is true)
            .SelectMany(group => map.People(group.Id).Members.Concat(map.People(group.Id).Owners))
            .Where(link => link.State is not HopState.Eligible && !(link.EndsAt <= now))
            .Select(link => link.PrincipalId)
            .ToFrozenSet();
    }

    /// <summary>Whether an administrator who can reset holders of those roles can reset this person.</summary>
    public bool Allows(Guid person, FrozenSet<Guid> resettable) =>
        !inRoleAssignableGroups.Contains(person) && rolesNow[person.ToString("D")].All(resettable.Contains);
}
