using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Paths by which an emergency account should be Global Administrator, and where such a path may hide.</summary>
internal static class EmergencyAccountPaths
{
    /// <summary>Global Administrator of the whole tenant, now and without end.</summary>
    public static bool IsPermanentGlobalAdministrator(AccessPath path) =>
        IsGlobalAdministrator(path) && path.Hops.All(hop => hop is { State: HopState.Standing, EndsAt: null });

    /// <summary>Why an account may hold the role by a path that was not read; null when every path is known.</summary>
    public static Gap? Hidden(RuleContext context, Guid accountId)
    {
        if (EmergencyAccess.GlobalAdministratorPaths(context.Access, accountId).Any(IsOpen))
            return new(
                SnapshotParts.ActiveAssignments,
                MissingReason.Malformed,
                $"PIM does not tell how {context.Reference(accountId).Label} holds Global Administrator, and until when."
            );

        return context
            .Access.Active.Where(grant =>
                grant.RoleId == WellKnownRoles.GlobalAdministrator
                && string.Equals(grant.Scope, "/", StringComparison.Ordinal)
            )
            .Select(grant => context.Access.HoldersOf(grant.PrincipalId).Hidden)
            .FirstOrDefault(gap => gap is not null);
    }

    private static bool IsGlobalAdministrator(AccessPath path) =>
        string.Equals(path.Scope, "/", StringComparison.Ordinal)
        && string.Equals(path.Role.Id, WellKnownRoles.GlobalAdministrator.ToString("D"), StringComparison.Ordinal);

    /// <summary>Nothing on it excludes that it stands without end, and something is unknown.</summary>
    private static bool IsOpen(AccessPath path) =>
        path.Hops.Any(hop => hop.State is HopState.Unknown)
        && path.Hops.All(hop => hop.State is HopState.Unknown or HopState.Standing && hop.EndsAt is null);
}
