using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What the practice asks of one emergency account.</summary>
public static class EmergencyAccess
{
    /// <summary>The path by which the account is Global Administrator of the tenant now and without end; null when none.</summary>
    public static AccessPath? PermanentGlobalAdministrator(AccessMap access, Guid accountId) =>
        GlobalAdministratorPaths(access, accountId)
            .FirstOrDefault(path => path.Hops.All(hop => hop is { State: HopState.Standing, EndsAt: null }));

    /// <summary>Certain paths from the account to Global Administrator of the whole tenant.</summary>
    public static IEnumerable<AccessPath> GlobalAdministratorPaths(AccessMap access, Guid accountId) =>
        PathsOf(access, accountId)
            .Where(path =>
                string.Equals(path.Scope, "/", StringComparison.Ordinal)
                && string.Equals(
                    path.Role.Id,
                    WellKnownRoles.GlobalAdministrator.ToString("D"),
                    StringComparison.Ordinal
                )
            );

    public static IEnumerable<AccessPath> PathsOf(AccessMap access, Guid accountId) =>
        access.Paths.Where(path => string.Equals(path.Principal.Id, accountId.ToString("D"), StringComparison.Ordinal));

    /// <summary>Hops by which the account would have to be activated: eligibilities of its own, or of a group it is in.</summary>
    public static IEnumerable<Hop> EligibleHops(AccessMap access, Guid accountId) =>
        PathsOf(access, accountId).SelectMany(path => path.Hops).Where(hop => hop.State is HopState.Eligible);
}
