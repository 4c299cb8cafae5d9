using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>Finds paths that lie together, because they are in the order of <see cref="PathOrder"/>.</summary>
internal static class PathRun
{
    /// <param name="scope">Null: at any scope; then the principal is not asked either.</param>
    /// <param name="principal">Null: of anybody.</param>
    public static IEnumerable<AccessPath> Of(
        ImmutableArray<AccessPath> paths,
        string role,
        string? scope = null,
        string? principal = null
    )
    {
        for (var at = FirstOf(paths, role, scope, principal); at < paths.Length; at++)
            if (Compare(paths[at], role, scope, principal) == 0)
                yield return paths[at];
            else
                yield break;
    }

    private static int FirstOf(ImmutableArray<AccessPath> paths, string role, string? scope, string? principal)
    {
        var (from, to) = (0, paths.Length);
        while (from < to)
        {
            var middle = from + (to - from) / 2;
            if (Compare(paths[middle], role, scope, principal) < 0)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }

    private static int Compare(AccessPath path, string role, string? scope, string? principal)
    {
        var byRole = string.CompareOrdinal(path.Role.Id, role);
        if (byRole != 0 || scope is null)
            return byRole;
        var byScope = string.CompareOrdinal(path.Scope, scope);
        return byScope != 0 || principal is null ? byScope : string.CompareOrdinal(path.Principal.Id, principal);
    }
}
