using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>Who holds the roles that give power over others, by the easiest path.</summary>
internal sealed class PowerBook
{
    private readonly ILookup<string, AccessPath> byRole;

    public PowerBook(AccessMap map) => byRole = map.Paths.ToLookup(path => path.Role.Id, StringComparer.Ordinal);

    /// <summary>Holders of the role in the whole tenant. Power over one administrative unit is not followed: its members are not read.</summary>
    public IEnumerable<AccessPath> HoldersOf(Guid roleId) => HoldersOf(roleId, []);

    /// <summary>Also those who hold it over one of these objects alone.</summary>
    public IEnumerable<AccessPath> HoldersOf(Guid roleId, ImmutableArray<string> scopes) =>
        byRole[roleId.ToString("D")]
            .Where(path => IsTenant(path.Scope) || scopes.Contains(path.Scope, StringComparer.OrdinalIgnoreCase))
            .GroupBy(path => path.Principal.Id, StringComparer.Ordinal)
            .OrderBy(paths => paths.Key, StringComparer.Ordinal)
            .Select(paths => paths.OrderBy(Effort).ThenBy(PathKey.Of, StringComparer.Ordinal).First());

    public static bool IsTenant(string scope) => string.Equals(scope, "/", StringComparison.Ordinal);

    /// <summary>Activations, and a little for each consent that one of them waits for.</summary>
    public static int Effort(AccessPath path) =>
        path.Hops.Sum(hop =>
            hop.State is not HopState.Eligible ? 0
            : hop.Gates?.Approval is true ? 3
            : 2
        );
}
