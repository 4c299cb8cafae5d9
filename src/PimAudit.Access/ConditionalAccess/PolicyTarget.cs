using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.ConditionalAccess;

/// <summary>A person as Conditional Access sees him before an activation: groups, roles held standing, guest or not.</summary>
/// <remarks>
/// Role conditions match roles held in the whole tenant, not eligible ones. Groups are all that the person is in, nested
/// ones included.
/// </remarks>
internal sealed class PolicyTarget
{
    private readonly Guid id;
    private readonly ImmutableHashSet<Guid>? groups;
    private readonly ImmutableHashSet<Guid> roles;
    private readonly ImmutableHashSet<Guid> perhapsRoles;
    private readonly bool? isGuest;
    private readonly Gap? groupsGap;
    private readonly Gap? otherGap;

    internal PolicyTarget(
        AccessMap map,
        Guid id,
        GroupsOfUser? row,
        IEnumerable<AccessPath> paths,
        ImmutableSortedDictionary<Guid, Gap> hiddenRoles
    )
    {
        this.id = id;
        var isGone = map.Directory.IsGone(id);
        groups =
            isGone ? []
            : row is null ? null
            : [.. row.GroupIds];
        groupsGap = groups is null ? GroupsGap(map, id) : null;
        isGuest = isGone ? false : map.Directory.User(id)?.IsGuest;

        var open = paths.ToLookup(path => path.State);
        roles = [.. open[HopState.Standing].Select(RoleOf)];
        perhapsRoles = [.. open[HopState.Unknown].Select(RoleOf).Concat(hiddenRoles.Keys)];
        otherGap = hiddenRoles.Values.FirstOrDefault() ?? NotTold(map, id);
    }

    /// <summary>Why an answer is null.</summary>
    public Gap? Gap => groupsGap ?? otherGap;

    /// <summary>Included, and not excluded.</summary>
    public bool? IsReachedBy(ConditionalAccessPolicy policy) =>
        Maybe.And(
            Maybe.Any(IsNamedIn(policy.Includes), HoldsOneOf(policy.Includes.Roles)),
            Maybe.Not(IsExcludedBy(policy))
        );

    /// <summary>Nothing but a role condition could include this person, and he does not hold the role standing.</summary>
    public bool? IsNamedByRoleAlone(ConditionalAccessPolicy policy) =>
        Maybe.And(
            !policy.Includes.Roles.IsEmpty,
            Maybe.Not(Maybe.Any(IsNamedIn(policy.Includes), HoldsOneOf(policy.Includes.Roles), IsExcludedBy(policy)))
        );

    private bool? IsExcludedBy(ConditionalAccessPolicy policy) =>
        Maybe.Any(IsNamedIn(policy.Excludes), HoldsOneOf(policy.Excludes.Roles));

    private bool? IsNamedIn(PolicyAudience audience) =>
        Maybe.Any(
            audience.Everyone || audience.Users.Contains(id),
            audience.Groups.IsEmpty ? false : groups?.Overlaps(audience.Groups),
            Maybe.And(audience.Guests, isGuest)
        );

    private bool? HoldsOneOf(ImmutableArray<Guid> named) =>
        named.Any(roles.Contains) ? true
        : named.Any(perhapsRoles.Contains) ? null
        : false;

    private static Guid RoleOf(AccessPath path) => Guid.Parse(path.Role.Id);

    private static Gap GroupsGap(AccessMap map, Guid id) =>
        map.Snapshot.Collection.GapOf(SnapshotParts.GroupsOfUsers, id)
        ?? new Gap(
            SnapshotParts.GroupsOfUsers,
            MissingReason.NotCollected,
            $"The groups of {map.Directory.Reference(id).Label} were not read."
        );

    internal static Gap NotTold(AccessMap map, Guid id) =>
        map.Directory.GapOf(id)
        ?? new Gap(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read whether {map.Directory.Reference(id).Label} is a guest, or which roles the account holds for good."
        );
}
