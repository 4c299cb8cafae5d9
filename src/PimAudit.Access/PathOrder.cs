using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>By role, scope and principal; paths that agree in these by their key, which is worked out for them alone.</summary>
internal static class PathOrder
{
    public static readonly IComparer<AccessPath> Instance = Comparer<AccessPath>.Create(Compare);

    private static int Compare(AccessPath one, AccessPath other)
    {
        var byRole = string.CompareOrdinal(one.Role.Id, other.Role.Id);
        if (byRole != 0)
            return byRole;
        var byScope = string.CompareOrdinal(one.Scope, other.Scope);
        if (byScope != 0)
            return byScope;
        var byPrincipal = string.CompareOrdinal(one.Principal.Id, other.Principal.Id);
        return byPrincipal != 0 ? byPrincipal : string.CompareOrdinal(PathKey.Of(one), PathKey.Of(other));
    }
}
