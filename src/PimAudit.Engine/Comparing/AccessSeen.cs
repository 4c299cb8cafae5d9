using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The access that one run saw, and how well it could look.</summary>
internal sealed class AccessSeen(AuditResult result)
{
    private readonly HashSet<string> hops = result
        .Access.SelectMany(row => row.Hops.Select(hop => KeyOf(row.Scope, hop)))
        .ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> reach = result
        .Access.Select(row => KeyOf(row.Principal, row.Role, row.Scope))
        .ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> unresolved = result
        .Access.Where(row => row.Principal.Kind is ObjectKind.Unresolved && row.Hops.Length == 1)
        .Select(row => KeyOf(row.Principal, row.Role, row.Scope))
        .ToHashSet(StringComparer.Ordinal);

    public ReadLists Read { get; } = new(result.Snapshot.Collection);

    /// <summary>By their key.</summary>
    public Dictionary<string, AccessRoute> Routes { get; } = AccessRoute.In(result);

    /// <summary>What stands. A row of unknown kind counts only where the lists would have shown an activation as one.</summary>
    public AccessRow? Open(AccessRoute route) =>
        route.Standing ?? (route.Untold is { } untold && Read.ShowStanding(untold.Hops) ? untold : null);

    /// <summary>Whether the principal reached the role at this scope, by whatever path.</summary>
    public bool Reaches(ObjectRef principal, ObjectRef role, ObjectRef scope) =>
        reach.Contains(KeyOf(principal, role, scope));

    /// <summary>Of an id that the other run did not resolve: the grant is in this run too, seen as a group's.</summary>
    public bool ShowsAsGroup(ObjectRef principal, ObjectRef scope, ImmutableArray<Hop> path) =>
        principal.Kind is ObjectKind.Unresolved && path.All(hop => hops.Contains(KeyOf(scope, hop)));

    /// <summary>The role of a group that the other run knows: it is in this run too, of an id that nobody resolved.</summary>
    public bool ShowsUnresolved(ObjectRef group, GroupGrantRow grant) =>
        unresolved.Contains(KeyOf(group, grant.Role, grant.Scope));

    private static string KeyOf(ObjectRef principal, ObjectRef role, ObjectRef scope) =>
        $"{principal.Id} {role.Id} {scope.Id}".ToUpperInvariant();

    private static string KeyOf(ObjectRef scope, Hop hop) =>
        hop.Relation is HopRelation.Role
            ? $"{AccessRoute.KeyOf(hop)} {scope.Id.ToUpperInvariant()}"
            : AccessRoute.KeyOf(hop);
}
