using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>Takeovers through groups that are not role-assignable: several administrators edit their members.</summary>
internal sealed class GroupTakeovers(AccessMap map, PowerBook powers)
{
    private const string Source =
        "Microsoft Learn, Use Microsoft Entra groups to manage role assignments, role-assignable groups";

    private static readonly ImmutableArray<Guid> Editors =
    [
        WellKnownRoles.GroupsAdministrator,
        WellKnownRoles.UserAdministrator,
        WellKnownRoles.IntuneAdministrator,
        WellKnownRoles.DirectoryWriters,
        WellKnownRoles.IdentityGovernanceAdministrator,
    ];

    /// <summary>Groups of which it was not read whether they are role-assignable; nobody edits one that is deleted.</summary>
    public IEnumerable<(ObjectRef Group, Gap Gap)> Unread(IEnumerable<Guid> groups) =>
        from id in groups
        where map.Directory.Group(id)?.IsRoleAssignable is null && !map.Directory.IsGone(id)
        let reference = map.Directory.Reference(id)
        select (reference, map.Directory.GapOf(id) ?? NotTold(reference));

    private static Gap NotTold(ObjectRef group) =>
        new(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read whether {group.Label} is role-assignable."
        );

    /// <param name="groups">Groups that hold the role or lead to one that does.</param>
    public IEnumerable<Takeover> Of(ObjectRef role, IEnumerable<Guid> groups)
    {
        var open = groups
            .Where(id => map.Directory.Group(id)?.IsRoleAssignable is false)
            .Select(map.Directory.Reference)
            .OrderBy(group => group.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        return open.IsEmpty
            ? []
            : from power in Editors
            from holder in powers.HoldersOf(power)
            select new Takeover(
                holder[0].Principal,
                role,
                TakeoverMeans.GroupMembership,
                holder,
                open,
                Confidence.Documented,
                Source,
                []
            );
    }
}
