using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Whose password an administrator in the whole tenant can reset.</summary>
/// <remarks>
/// Source: Microsoft Learn, "Privileged roles and permissions in Microsoft Entra ID", table "Who can reset passwords". Members
/// and owners of role-assignable groups count as administrators there.
/// </remarks>
public static class PasswordResets
{
    private static readonly ImmutableArray<Guid> ByAll =
    [
        WellKnownRoles.DirectoryReaders,
        WellKnownRoles.GuestInviter,
        WellKnownRoles.PasswordAdministrator,
    ];

    private static readonly ImmutableArray<Guid> Readers =
    [
        WellKnownRoles.MessageCenterReader,
        WellKnownRoles.ReportsReader,
        WellKnownRoles.UserExperienceSuccessManager,
        WellKnownRoles.UsageSummaryReportsReader,
    ];

    /// <summary>Roles that can reset the password of anybody, Global Administrators included.</summary>
    public static ImmutableArray<Guid> OfAnybody { get; } =
    [
        WellKnownRoles.PrivilegedAuthenticationAdministrator,
        WellKnownRoles.GlobalAdministrator,
        WellKnownRoles.PartnerTier2Support,
    ];

    /// <summary>By lesser administrator: the roles that may be held by those whose password he can reset, besides none at all.</summary>
    public static FrozenDictionary<Guid, FrozenSet<Guid>> Lesser { get; } =
        new Dictionary<Guid, FrozenSet<Guid>>
        {
            [WellKnownRoles.PasswordAdministrator] = [.. ByAll],
            [WellKnownRoles.HelpdeskAdministrator] = [.. ByAll, .. Readers, WellKnownRoles.HelpdeskAdministrator],
            [WellKnownRoles.AuthenticationAdministrator] =
            [
                .. ByAll,
                .. Readers,
                WellKnownRoles.AuthenticationAdministrator,
            ],
            [WellKnownRoles.UserAdministrator] =
            [
                .. ByAll,
                .. Readers,
                WellKnownRoles.GroupsAdministrator,
                WellKnownRoles.HelpdeskAdministrator,
                WellKnownRoles.UserAdministrator,
            ],
        }.ToFrozenDictionary();
}
