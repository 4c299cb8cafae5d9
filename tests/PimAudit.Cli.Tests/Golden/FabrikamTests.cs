using NUnit.Framework;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>The tenant that keeps to the document in every line.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FabrikamTests
{
    [Test]
    public async Task Has_no_finding_and_ends_clean()
    {
        var audited = await Sample.Fabrikam.AuditAsync();

        Assert.That(audited.Findings, Is.Empty);
        Assert.That(audited.Exit, Is.EqualTo(ExitCode.Clean));
    }

    /// <summary>
    /// No person stands in a role but emergency accounts, no role is configured to ask for a ticket, no pair of roles to be
    /// kept apart, nobody is eligible as owner and nobody activates twice: so some rules have nothing to judge.
    /// </summary>
    /// <summary>No person stands in a role but emergency accounts, so two rules have nobody to judge; and there is no waiver.</summary>
    [Test]
    public async Task Is_judged_by_every_rule()
    {
        var audited = await Sample.Fabrikam.AuditAsync();

        Assert.That(
            audited.Outcomes,
            Is.EqualTo(
                new[]
                {
                    "PIM101 NotApplicable",
                    "PIM102 NotApplicable",
                    "PIM103 Pass",
                    "PIM104 Pass",
                    "PIM105 Pass",
                    "PIM106 Pass",
                    "PIM107 Pass",
                    "PIM108 Pass",
                    "PIM109 Pass",
                    "PIM110 Pass",
                    "PIM111 Pass",
                    "PIM112 NotApplicable",
                    "PIM201 Pass",
                    "PIM202 Pass",
                    "PIM203 Pass",
                    "PIM204 Pass",
                    "PIM205 Pass",
                    "PIM206 Pass",
                    "PIM207 Pass",
                    "PIM208 Pass",
                    "PIM209 Pass",
                    "PIM210 Pass",
                    "PIM211 Pass",
                    "PIM212 NotApplicable",
                    "PIM213 Pass",
                    "PIM214 Pass",
                    "PIM215 Pass",
                    "PIM216 Pass",
                    "PIM217 NotApplicable",
                    "PIM218 Pass",
                    "PIM219 NotApplicable",
                    "PIM220 Pass",
                    "PIM221 Pass",
                    "PIM301 Pass",
                    "PIM302 Pass",
                    "PIM303 Pass",
                    "PIM304 Pass",
                    "PIM305 Pass",
                    "PIM306 Pass",
                    "PIM307 Pass",
                    "PIM308 Pass",
                    "PIM309 Pass",
                    "PIM310 Pass",
                    "PIM311 Pass",
                    "PIM312 Pass",
                    "PIM313 Pass",
                    "PIM314 Pass",
                    "PIM315 Pass",
                    "PIM316 Pass",
                    "PIM401 Pass",
                    "PIM402 Pass",
                    "PIM403 Pass",
                    "PIM404 Pass",
                    "PIM405 Pass",
                    "PIM406 Pass",
                    "PIM407 Pass",
                    "PIM408 Pass",
                    "PIM409 Pass",
                    "PIM501 Pass",
                    "PIM502 Pass",
                    "PIM503 Pass",
                    "PIM504 Pass",
                    "PIM505 Pass",
                    "PIM506 Pass",
                    "PIM601 Pass",
                    "PIM602 Pass",
                    "PIM603 Pass",
                    "PIM604 Pass",
                    "PIM605 Pass",
                    "PIM606 Pass",
                    "PIM607 Pass",
                    "PIM608 Pass",
                    "PIM609 Pass",
                    "PIM610 Pass",
                    "PIM611 Pass",
                    "PIM612 Pass",
                    "PIM613 Pass",
                    "PIM701 Pass",
                    "PIM702 Pass",
                    "PIM703 Pass",
                    "PIM704 Pass",
                    "PIM705 Pass",
                    "PIM801 Pass",
                    "PIM802 NotApplicable",
                    "PIM803 NotApplicable",
                    "PIM804 NotApplicable",
                    "PIM805 NotApplicable",
                    "PIM901 Pass",
                    "PIM902 NotApplicable",
                    "PIM903 NotApplicable",
                    "PIM904 NotApplicable",
                }
            )
        );
    }

    [Test]
    public async Task Hides_nothing_from_the_audit()
    {
        var audited = await Sample.Fabrikam.AuditAsync();

        Assert.That((audited.Blind, audited.Missing), Is.EqualTo((Array.Empty<string>(), Array.Empty<object>())));
    }
}
