using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>Who holds the roles that give power over others, the easiest path first.</summary>
/// <param name="now">UTC; what has ended by then is no power.</param>
internal sealed class PowerBook(AccessMap map, DateTimeOffset now)
{
    /// <summary>Holders of the role in the whole tenant. Power over one administrative unit is not followed: its members are not read.</summary>
    public IEnumerable<ImmutableArray<AccessPath>> HoldersOf(Guid roleId) => HoldersOf(roleId, []);

    /// <summary>Also those who hold it over one of these objects alone.</summary>
    public IEnumerable<ImmutableArray<AccessPath>> HoldersOf(Guid roleId, ImmutableArray<string> scopes) =>
        map.PathsTo(map.Directory.RoleReference(roleId))
            .Where(path => IsTenant(path.Scope) || scopes.Contains(path.Scope, StringComparer.OrdinalIgnoreCase))
            .Where(IsStill)
            .GroupBy(path => path.Principal.Id, StringComparer.Ordinal)
            .OrderBy(paths => paths.Key, StringComparer.Ordinal)
            .Select(paths => paths.OrderBy(Effort).ThenBy(PathKey.Of, StringComparer.Ordinal).ToImmutableArray());

    public bool IsStill(AccessPath path) => path.EndsAt is not { } end || end > now;

    public static bool IsTenant(string scope) => string.Equals(scope, "/", StringComparison.Ordinal);

    /// <summary>Activations, and a little for each consent that one of them waits for.</summary>
    public static int Effort(AccessPath path) =>
        path.Hops.Sum(hop =>
            hop.State is not HopState.Eligible ? 0
            : hop.Gates?.Approval is true ? 3
            : 2
        );
}
