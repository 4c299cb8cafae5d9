using NUnit.Framework;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>One exception each for one fault.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WaiverTests
{
    private const string Role = "Teams Administrator";

    [Test]
    public Task A_waiver_with_the_whole_identity_covers_the_finding() =>
        Gives(
            Waived("PIM101", [Id("Luca Moretti"), Id(Role), "/"], "2026-12-31"),
            "PIM101 Medium: Luca Moretti | Teams Administrator | / (waived)",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /"
        );

    [Test]
    public Task The_whole_tenant_is_implied() =>
        Gives(
            Waived("PIM105", [Id("Luca Moretti"), Id(Role)], "2026-12-31"),
            "PIM101 Medium: Luca Moretti | Teams Administrator | /",
            "PIM105 Medium: Luca Moretti | Teams Administrator | / (waived)"
        );

    [Test]
    public Task The_last_day_is_included() =>
        Gives(
            Waived("PIM101", [Id("Luca Moretti"), Id(Role)], "2026-10-01"),
            "PIM101 Medium: Luca Moretti | Teams Administrator | / (waived)",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /"
        );

    [TestCase("PIM101", "2026-09-30", "PIM902 Medium")]
    [TestCase("PIM101", "2027-10-03", "PIM903 Low")]
    [TestCase("PIM102", "2026-12-31", "PIM903 Low")]
    public Task A_waiver_that_is_over_too_long_or_of_another_rule_covers_nothing(
        string rule,
        string expires,
        string said
    ) =>
        Gives(
            Waived(rule, [Id("Luca Moretti"), Id(Role)], expires),
            "PIM101 Medium: Luca Moretti | Teams Administrator | /",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /",
            $"{said}: {rule} for Luca Moretti, Teams Administrator"
        );

    /// <summary>Renewed: the old entry is clutter, and no fault.</summary>
    [Test]
    public Task A_waiver_that_was_renewed_is_not_expired()
    {
        var sample = Waived("PIM101", [Id("Luca Moretti"), Id(Role)], "2026-09-30");
        return Gives(
            sample with
            {
                Configuration =
                    sample.Configuration
                    + $"""

                      - rule: PIM101
                        targets: [{Id("Luca Moretti")}, {Id(Role)}]
                        reason: Moves to a group when the contract ends.
                        approvedBy: Helena Costa
                        expires: 2026-12-31
                    """,
            },
            "PIM101 Medium: Luca Moretti | Teams Administrator | / (waived)",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /"
        );
    }

    /// <summary>Nobody knows whether there is something for it to cover.</summary>
    [Test]
    public async Task A_waiver_of_a_rule_that_could_not_look_is_not_called_unused()
    {
        var sample = Waived("PIM210", [Id(Role)], "2026-12-31");
        var audited = await sample.AuditAsync(
            new PimAudit.GraphEmulator.EmulatorFault(
                "/conditionalAccess/policies",
                PimAudit.GraphEmulator.FaultKind.Refused
            )
        );

        Assert.That(audited.FindingsOfRules, Has.None.EqualTo("PIM903"));
        Assert.That(audited.Blind, Is.SupersetOf(new[] { "PIM210", "PIM903" }));
    }

    [Test]
    public Task A_broad_waiver_covers_what_is_not_critical() =>
        Gives(
            Waived("PIM101", [Id("Luca Moretti")], "2026-12-31"),
            "PIM101 Medium: Luca Moretti | Teams Administrator | / (waived)",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /"
        );

    [Test]
    public Task A_broad_waiver_never_covers_what_is_critical() =>
        Gives(
            Waived("PIM101", [Id("Luca Moretti")], "2026-12-31", "Global Administrator"),
            "PIM101 Critical: Luca Moretti | Global Administrator | /",
            "PIM105 Medium: Luca Moretti | Global Administrator | /",
            "PIM903 Low: PIM101 for Luca Moretti"
        );

    [Test]
    public Task A_waiver_for_more_than_the_finding_covers_nothing() =>
        Gives(
            Waived("PIM101", [Id("Luca Moretti"), Id(Role), Id("Mei Tanaka")], "2026-12-31"),
            "PIM101 Medium: Luca Moretti | Teams Administrator | /",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /",
            "PIM903 Low: PIM101 for Luca Moretti, Teams Administrator, Mei Tanaka"
        );

    private static string Id(string name) => Sample.Fabrikam.Tenant.IdOf(name).ToString("D");

    private static Sample Waived(string rule, string[] targets, string expires, string role = Role)
    {
        var sample = Sample.Fabrikam.With(tenant => tenant.Assign("Luca Moretti", role));
        return sample with
        {
            Configuration = $"""
                {sample.Configuration}
                waivers:
                  - rule: {rule}
                    targets: [{string.Join(", ", targets)}]
                    reason: Moves to a group when the contract ends.
                    approvedBy: Helena Costa
                    expires: {expires}
                """,
        };
    }
}
