using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

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

    private PolicyTarget(RuleContext context, Guid id)
    {
        this.id = id;
        var row = context.Snapshot.GroupsOfUsers.FirstOrDefault(one => one.UserId == id);
        groups = row is null ? null : [.. row.GroupIds];
        groupsGap = row is null ? GroupsGap(context, id) : null;
        isGuest = context.Access.Directory.User(id)?.IsGuest;

        var paths = context
            .Access.Paths.Where(path =>
                string.Equals(path.Scope, "/", StringComparison.Ordinal)
                && string.Equals(path.Principal.Id, id.ToString("D"), StringComparison.Ordinal)
            )
            .ToList();
        roles = [.. paths.Where(path => path.State is HopState.Standing && IsLasting(path)).Select(RoleOf)];
        var hidden = HiddenRoles(context).ToDictionary(pair => pair.Role, pair => pair.Gap);
        perhapsRoles = [.. paths.Where(path => path.State is HopState.Unknown).Select(RoleOf).Concat(hidden.Keys)];
        otherGap = hidden.Values.FirstOrDefault() ?? NotTold(context, id);
    }

    /// <summary>Why an answer is null.</summary>
    public Gap? Gap => groupsGap ?? otherGap;

    public static PolicyTarget Of(RuleContext context, Guid id) => new(context, id);

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

    /// <summary>A membership that was activated is at work, not standing.</summary>
    private static bool IsLasting(AccessPath path) => path.Hops.All(hop => hop.State is HopState.Standing);

    private static Guid RoleOf(AccessPath path) => Guid.Parse(path.Role.Id);

    private static IEnumerable<(Guid Role, Gap Gap)> HiddenRoles(RuleContext context) =>
        context
            .Access.Active.Where(grant => string.Equals(grant.Scope, "/", StringComparison.Ordinal))
            .Select(grant => (grant.RoleId, Gap: context.Access.HoldersOf(grant.PrincipalId).Hidden))
            .Where(pair => pair.Gap is not null)
            .Select(pair => (pair.RoleId, pair.Gap!))
            .DistinctBy(pair => pair.RoleId);

    private static Gap GroupsGap(RuleContext context, Guid id) =>
        context.Snapshot.Collection.GapOf(SnapshotParts.GroupsOfUsers, id)
        ?? new Gap(
            SnapshotParts.GroupsOfUsers,
            MissingReason.NotCollected,
            $"The groups of {context.Reference(id).Label} were not read."
        );

    private static Gap NotTold(RuleContext context, Guid id) =>
        context.Access.Directory.GapOf(id)
        ?? new Gap(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read whether {context.Reference(id).Label} is a guest, or which roles the account holds for good."
        );
}
