using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>How an emergency account holds Global Administrator, as the rules and the checklist both look at it.</summary>
public static class EmergencyAccess
{
    private const int MostCandidates = 5;

    private static readonly string GlobalAdministrator = WellKnownRoles.GlobalAdministrator.ToString("D");

    /// <summary>Enabled people who hold the role as an emergency account would, by id: a suggestion, never an assumption.</summary>
    public static ImmutableArray<AccessPath> Candidates(AccessMap access) =>
        [
            .. access
                .Paths.Where(path =>
                    IsPermanentGlobalAdministrator(path)
                    && Guid.TryParse(path.Principal.Id, out var id)
                    && access.Directory.User(id)?.IsEnabled is true
                )
                .DistinctBy(path => path.Principal.Id, StringComparer.Ordinal)
                .OrderBy(path => path.Principal.Id, StringComparer.Ordinal)
                .Take(MostCandidates),
        ];

    /// <summary>The path by which the account is Global Administrator of the tenant now and without end; null when none.</summary>
    public static AccessPath? PermanentGlobalAdministrator(AccessMap access, Guid accountId) =>
        PathsOf(access, accountId).FirstOrDefault(IsPermanentGlobalAdministrator);

    /// <summary>Global Administrator of the whole tenant, now and without end.</summary>
    public static bool IsPermanentGlobalAdministrator(AccessPath path) =>
        IsGlobalAdministrator(path) && path.Hops.All(hop => hop is { State: HopState.Standing, EndsAt: null });

    /// <summary>Why an account may hold the role so by a path that was not read; null when every path is known.</summary>
    public static Gap? HiddenGlobalAdministrator(AccessMap access, Guid accountId)
    {
        if (PathsOf(access, accountId).Any(MayBePermanent))
            return new(
                SnapshotParts.ActiveAssignments,
                MissingReason.Malformed,
                $"PIM does not tell how {access.Directory.Reference(accountId).Label} holds Global Administrator, and until when."
            );

        return access
            .Active.Where(grant =>
                grant.RoleId == WellKnownRoles.GlobalAdministrator
                && string.Equals(grant.Scope, "/", StringComparison.Ordinal)
            )
            .Select(grant => access.HoldersOf(grant.PrincipalId).Hidden)
            .FirstOrDefault(gap => gap is not null);
    }

    /// <summary>To Global Administrator of the whole tenant.</summary>
    private static IEnumerable<AccessPath> PathsOf(AccessMap access, Guid accountId) =>
        access.PathsTo(WellKnownRoles.GlobalAdministrator, "/", accountId);

    private static bool IsGlobalAdministrator(AccessPath path) =>
        string.Equals(path.Scope, "/", StringComparison.Ordinal)
        && string.Equals(path.Role.Id, GlobalAdministrator, StringComparison.Ordinal);

    /// <summary>Nothing on it excludes that it stands without end, and something is unknown.</summary>
    private static bool MayBePermanent(AccessPath path) =>
        path.Hops.Any(hop => hop.State is HopState.Unknown)
        && path.Hops.All(hop => hop.State is HopState.Unknown or HopState.Standing && hop.EndsAt is null);
}
