using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>Checks of the Microsoft Zero Trust Assessment, by their number and title.</summary>
internal static class ZeroTrustAssessment
{
    private const string Page =
        "https://github.com/microsoft/zerotrustassessment/blob/main/src/powershell/tests/Test-Assessment.";

    public static ImmutableArray<ControlMapping> Controls { get; } =
    [
        .. Map(21812, "Maximum number of Global Administrators doesn't exceed five users", ["PIM109"]),
        .. Map(21813, "High Global Administrator to privileged user ratio", ["PIM110"]),
        .. Map(21814, "Privileged accounts are cloud native identities", ["PIM601"]),
        .. Map(
            21815,
            "All privileged role assignments are activated just in time and not permanently active",
            ["PIM101"]
        ),
        .. Map(
            21816,
            "All Microsoft Entra privileged role assignments are managed with PIM",
            ["PIM106"],
            ["PIM103", "PIM104"]
        ),
        .. Map(21817, "Global Administrator role activation triggers an approval workflow", ["PIM203"]),
        .. Map(21818, "Privileged role activations have monitoring and alerting configured", [], ["PIM702"]),
        .. Map(21819, "Activation alert for Global Administrator role assignment", [], ["PIM702"]),
        .. Map(21820, "Activation alert for all privileged role assignments", [], ["PIM702"]),
        .. Map(
            21835,
            "Emergency access accounts are configured appropriately",
            ["PIM401", "PIM402", "PIM407"],
            ["PIM406", "PIM408"]
        ),
        .. Map(21836, "Workload Identities are not assigned privileged roles", [], ["PIM608"]),
        .. Map(21855, "Privileged roles have access reviews", ["PIM501"]),
        .. Map(21882, "No nested groups in PIM for groups", ["PIM303"], ["PIM302"]),
        .. Map(
            21899,
            "All privileged role assignments have a recipient that can receive notifications",
            [],
            ["PIM701", "PIM703"]
        ),
        .. Map(22128, "Guests are not assigned high privileged directory roles", ["PIM602"]),
        .. Map(
            51016,
            "Privileged Identity Management is enforced for Intune Administrator role assignments",
            [],
            ["PIM101", "PIM201", "PIM202", "PIM204", "PIM215"]
        ),
    ];

    private static IEnumerable<ControlMapping> Map(
        int number,
        string title,
        ImmutableArray<string> rules,
        params ImmutableArray<string> inPart
    ) =>
        ControlMappings.Map(
            "Microsoft Zero Trust Assessment",
            FormattableString.Invariant($"{number}"),
            title,
            FormattableString.Invariant($"{Page}{number}.ps1"),
            rules,
            inPart
        );
}
