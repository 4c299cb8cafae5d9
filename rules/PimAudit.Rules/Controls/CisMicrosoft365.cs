using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>CIS Microsoft 365 Foundations Benchmark v5.0.0. The text is free after registration; it has no address for each control.</summary>
internal static class CisMicrosoft365
{
    private const string Page = "https://www.cisecurity.org/benchmark/microsoft_365";

    public static ImmutableArray<ControlMapping> Controls { get; } =
    [
        .. Map("1.1.1", "Ensure Administrative accounts are cloud-only", ["PIM601"]),
        .. Map(
            "1.1.2",
            "Ensure two emergency access accounts have been defined",
            ["PIM401", "PIM406"],
            ["PIM402", "PIM403", "PIM405", "PIM407", "PIM408"]
        ),
        .. Map("1.1.3", "Ensure that between two and four global admins are designated", ["PIM109"]),
        .. Map("1.1.4", "Ensure administrative accounts use licenses with a reduced application footprint", ["PIM605"]),
        .. Map("2.2.1", "Ensure emergency access account activity is monitored", [], ["PIM409"]),
        .. Map(
            "5.3.1",
            "Ensure 'Privileged Identity Management' is used to manage roles",
            ["PIM101"],
            ["PIM104", "PIM106"]
        ),
        .. Map("5.3.3", "Ensure 'Access reviews' for privileged roles are configured", ["PIM501", "PIM502", "PIM504"]),
        .. Map("5.3.4", "Ensure approval is required for Global Administrator role activation", ["PIM203"], ["PIM207"]),
        .. Map("5.3.5", "Ensure approval is required for Privileged Role Administrator activation", ["PIM203"]),
    ];

    private static IEnumerable<ControlMapping> Map(
        string id,
        string title,
        ImmutableArray<string> rules,
        params ImmutableArray<string> inPart
    ) => ControlMappings.Map("CIS Microsoft 365 v5", id, title, Page, rules, inPart);
}
