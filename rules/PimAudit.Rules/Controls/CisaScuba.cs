using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>CISA M365 Secure Configuration Baseline for Microsoft Entra ID, section 7 "Highly Privileged User Access".</summary>
internal static class CisaScuba
{
    private const string Page =
        "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md#msaad";

    public static ImmutableArray<ControlMapping> Controls { get; } =
    [
        .. Map(
            1,
            "A minimum of two users and a maximum of eight users SHALL be provisioned with the Global Administrator role.",
            ["PIM109"]
        ),
        .. Map(
            2,
            "Privileged users SHALL be provisioned with finer-grained roles instead of Global Administrator.",
            ["PIM110"]
        ),
        .. Map(
            3,
            "Privileged users SHALL be provisioned cloud-only accounts separate from an on-premises directory or other federated identity providers.",
            [],
            ["PIM601"]
        ),
        .. Map(
            4,
            "Permanent active role assignments SHALL NOT be allowed for highly privileged roles.",
            ["PIM101", "PIM104"]
        ),
        .. Map(5, "Provisioning users to highly privileged roles SHALL NOT occur outside of a PAM system.", ["PIM106"]),
        .. Map(6, "Activation of the Global Administrator role SHALL require approval.", ["PIM203"], ["PIM218"]),
        .. Map(7, "Eligible and Active highly privileged role assignments SHALL trigger an alert.", ["PIM701"]),
        .. Map(8, "User activation of the Global Administrator role SHALL trigger an alert.", ["PIM702"]),
        .. Map(9, "User activation of other highly privileged roles SHOULD trigger an alert.", ["PIM702"]),
    ];

    private static IEnumerable<ControlMapping> Map(
        int number,
        string title,
        ImmutableArray<string> rules,
        params ImmutableArray<string> inPart
    ) =>
        ControlMappings.Map(
            "CISA SCuBA",
            FormattableString.Invariant($"MS.AAD.7.{number}v1"),
            title,
            FormattableString.Invariant($"{Page}7{number}v1"),
            rules,
            inPart
        );
}
