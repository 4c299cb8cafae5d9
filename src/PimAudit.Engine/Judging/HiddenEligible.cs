using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Roles for which somebody may be eligible of whom we do not know.</summary>
internal static class HiddenEligible
{
    /// <summary>The first reason for each such role.</summary>
    public static Dictionary<Guid, Gap> ByRole(AccessMap access) =>
        access
            .Eligible.Select(grant => (grant.RoleId, Gap: access.HoldersOf(grant.PrincipalId).Hidden))
            .Where(pair => pair.Gap is not null)
            .DistinctBy(pair => pair.RoleId)
            .ToDictionary(pair => pair.RoleId, pair => pair.Gap!);
}
