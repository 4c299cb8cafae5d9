using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>Tests of Maester, by their number and title.</summary>
internal static class Maester
{
    private const string Page = "https://maester.dev/docs/tests/";

    public static ImmutableArray<ControlMapping> Controls { get; } =
    [
        .. Map(
            1005,
            "All Conditional Access policies are configured to exclude at least one emergency/break glass account or group.",
            [],
            ["PIM408"]
        ),
        .. Map(1025, "No external user with permanent role assignment on Control Plane.", ["PIM602"]),
        .. Map(1026, "No hybrid user with permanent role assignment on Control Plane.", ["PIM601"]),
        .. Map(
            1027,
            "No Service Principal with Client Secret and permanent role assignment on Control Plane.",
            ["PIM609"]
        ),
        .. Map(1028, "No user with mailbox and permanent role assignment on Control Plane.", ["PIM605"]),
        .. Map(1029, "Stale accounts are not assigned to privileged roles.", ["PIM604"], ["PIM704"]),
        .. Map(
            1030,
            "Eligible role assignments on Control Plane are in use by administrators.",
            ["PIM801"],
            ["PIM704"]
        ),
        .. Map(1031, "Privileged role on Control Plane are managed by PIM only.", ["PIM106"], ["PIM704"]),
        .. Map(1032, "Limited number of Global Admins are assigned.", ["PIM109"], ["PIM704"]),
    ];

    private static IEnumerable<ControlMapping> Map(
        int number,
        string title,
        ImmutableArray<string> rules,
        params ImmutableArray<string> inPart
    )
    {
        var id = FormattableString.Invariant($"MT.{number}");
        return ControlMappings.Map("Maester", id, title, Page + id, rules, inPart);
    }
}
