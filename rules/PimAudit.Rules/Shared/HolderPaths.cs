using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>All certain paths by which one principal reaches one role at one scope.</summary>
/// <param name="Paths">At least one, in the order of the map.</param>
/// <param name="Identity">Role and scope.</param>
internal sealed record HolderPaths(
    ObjectRef Principal,
    Guid RoleId,
    string Scope,
    ImmutableArray<AccessPath> Paths,
    ImmutableArray<ObjectRef> Identity
)
{
    public Guid PrincipalId => Guid.Parse(Principal.Id);

    /// <summary>By role, scope, principal. Emergency access accounts are left out, and ids that may be groups.</summary>
    /// <remarks>The paths of the map are in this order, so that one walk over them is enough.</remarks>
    public static IEnumerable<HolderPaths> Of(RuleContext context)
    {
        var paths = context.Access.Paths;
        ImmutableArray<ObjectRef> identity = [];
        for (int from = 0, to; from < paths.Length; from = to)
        {
            var first = paths[from];
            for (to = from + 1; to < paths.Length && IsSame(first, paths[to]); )
                to++;

            if (from == 0 || !IsSameGrant(paths[from - 1], first))
                identity = [first.Role, context.ScopeReference(first.Scope)];
            if (Counts(context, first.Principal))
                yield return new(first.Principal, Guid.Parse(first.Role.Id), first.Scope, paths[from..to], identity);
        }
    }

    /// <summary>Groups on these paths, ordinal by id.</summary>
    public static ImmutableArray<ObjectRef> GroupsOn(IEnumerable<AccessPath> paths) =>
        [
            .. paths
                .SelectMany(path => path.Hops)
                .Where(hop => hop.Relation is not HopRelation.Role)
                .Select(hop => hop.To)
                .DistinctBy(group => group.Id, StringComparer.Ordinal)
                .OrderBy(group => group.Id, StringComparer.Ordinal),
        ];

    /// <summary>The rows behind these paths, each once.</summary>
    public static ImmutableArray<Evidence> EvidenceOf(IEnumerable<AccessPath> paths) =>
        [.. paths.SelectMany(path => path.Hops).SelectMany(hop => hop.Evidence).Distinct()];

    /// <summary>The ways by the groups on them, such as <c>directly; through A; through B, C</c>.</summary>
    public static string InWords(IEnumerable<AccessPath> paths) =>
        string.Join("; ", paths.Select(Words).Distinct(StringComparer.Ordinal));

    private static string Words(AccessPath path) =>
        path.Hops.Length == 1
            ? "directly"
            : $"through {string.Join(", ", path.Hops[..^1].Select(hop => hop.To.Label))}";

    private static bool Counts(RuleContext context, ObjectRef principal) =>
        Guid.TryParse(principal.Id, out var id)
        && !context.Emergency.Contains(id)
        && !(principal.Kind is ObjectKind.Unresolved && context.Access.Directory.GapOf(id) is not null);

    private static bool IsSame(AccessPath one, AccessPath other) =>
        IsSameGrant(one, other) && string.Equals(one.Principal.Id, other.Principal.Id, StringComparison.Ordinal);

    private static bool IsSameGrant(AccessPath one, AccessPath other) =>
        string.Equals(one.Role.Id, other.Role.Id, StringComparison.Ordinal)
        && string.Equals(one.Scope, other.Scope, StringComparison.Ordinal);
}
