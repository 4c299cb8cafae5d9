using PimAudit.Model;

namespace PimAudit.Access.Tests;

/// <summary>Paths as a person reads them: <c>Ada -eligible member-> Tier 0 -standing-> Global Administrator [Approach2]</c>.</summary>
internal static class InWords
{
    public static IEnumerable<string> Paths(this TenantSnapshot tenant) => AccessMap.Resolve(tenant).Paths.Said();

    public static IEnumerable<string> Takeovers(this TenantSnapshot tenant) =>
        AccessMap.Resolve(tenant).TakeoverPaths.Said();

    /// <summary>Ordinal, so that a test does not depend on ids.</summary>
    public static IEnumerable<string> Said(this IEnumerable<AccessPath> paths) =>
        paths.Select(Of).Order(StringComparer.Ordinal);

    /// <summary>Subject and part of each blind spot.</summary>
    public static IEnumerable<(string Subject, SnapshotParts Part)> Hidden(this TenantSnapshot tenant) =>
        AccessMap
            .Resolve(tenant)
            .HiddenHolders.Select(spot => (spot.Subject.Label, spot.Gap.Part))
            .OrderBy(spot => spot.Label, StringComparer.Ordinal);

    private static string Of(AccessPath path) =>
        path.Principal.Label + string.Concat(path.Hops.Select(Of)) + At(path.Scope) + $" [{path.Approach}]";

    private static string Of(Hop hop) =>
        hop.Relation is HopRelation.Role
            ? $" -{Word(hop.State)}-> {hop.To.Label}"
            : $" -{Word(hop.State)} {Word(hop.Relation)}-> {hop.To.Label}";

    private static string At(string scope) => scope == "/" ? "" : $" at {scope}";

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
