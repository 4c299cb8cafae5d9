using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The access that one run saw, and how well it could look.</summary>
internal sealed class AccessSeen(AuditResult result)
{
    private readonly HashSet<string> hops = result
        .Access.SelectMany(row => row.Hops.Select(hop => KeyOf(row, hop)))
        .ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> reach = result.Access.Select(KeyOf).ToHashSet(StringComparer.Ordinal);

    public ReadLists Read { get; } = new(result.Snapshot.Collection);

    /// <summary>By their key.</summary>
    public Dictionary<string, AccessRoute> Routes { get; } = AccessRoute.In(result);

    /// <summary>What stands. A row of unknown kind counts only where the lists would have shown an activation as one.</summary>
    public AccessRow? Open(AccessRoute route) =>
        route.Standing ?? (route.Untold is { } untold && Read.ShowStanding(untold.Hops) ? untold : null);

    /// <summary>Whether the principal reached the role at this scope, by whatever path.</summary>
    public bool Reaches(AccessRow row) => reach.Contains(KeyOf(row));

    /// <summary>Of an id that the other run did not resolve: the grant is in this run too, seen as a group's.</summary>
    public bool ShowsAsGroup(AccessRow row) =>
        row.Principal.Kind is ObjectKind.Unresolved && row.Hops.All(hop => hops.Contains(KeyOf(row, hop)));

    private static string KeyOf(AccessRow row) => $"{row.Principal.Id} {row.Role.Id} {row.Scope.Id}".ToUpperInvariant();

    private static string KeyOf(AccessRow row, Hop hop) =>
        hop.Relation is HopRelation.Role
            ? $"{AccessRoute.KeyOf(hop)} {row.Scope.Id.ToUpperInvariant()}"
            : AccessRoute.KeyOf(hop);
}
