using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>Security alerts that Privileged Identity Management has built in for Microsoft Entra roles.</summary>
internal static class PimAlerts
{
    private const string Page =
        "https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-how-to-configure-security-alerts";

    public static ImmutableArray<ControlMapping> Controls { get; } =
    [
        .. Map(
            "InvalidLicenseAlert",
            "The organization doesn't have Microsoft Entra ID P2 or Microsoft Entra ID Governance",
            ["PIM613"],
            ["PIM606"]
        ),
        .. Map(
            "NoMfaOnRoleActivationAlert",
            "Roles don't require multifactor authentication for activation",
            ["PIM201"]
        ),
        .. Map("RedundantAssignmentAlert", "Administrators aren't using their privileged roles", ["PIM801"]),
        .. Map(
            "RolesAssignedOutsidePimAlert",
            "Roles are being assigned outside of Privileged Identity Management",
            ["PIM106"]
        ),
        .. Map("SequentialActivationRenewalsAlert", "Roles are being activated too frequently", ["PIM803"]),
        .. Map("StaleSignInAlert", "Potential stale accounts in a privileged role", ["PIM604"]),
        .. Map(
            "TooManyGlobalAdminsAssignedToTenantAlert",
            "There are too many Global Administrators",
            ["PIM109"],
            ["PIM110"]
        ),
    ];

    private static IEnumerable<ControlMapping> Map(
        string id,
        string title,
        ImmutableArray<string> rules,
        params ImmutableArray<string> inPart
    ) => ControlMappings.Map("PIM alert", id, title, Page, rules, inPart.Add("PIM704"));
}
