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
                    "PIM201 Pass",
                    "PIM202 Pass",
                    "PIM203 Pass",
                    "PIM204 Pass",
                    "PIM206 Pass",
                    "PIM208 Pass",
                    "PIM209 Pass",
                    "PIM210 Pass",
                    "PIM211 Pass",
                    "PIM301 Pass",
                    "PIM302 Pass",
                    "PIM303 Pass",
                    "PIM304 Pass",
                    "PIM305 Pass",
                    "PIM306 Pass",
                    "PIM308 Pass",
                    "PIM309 Pass",
                    "PIM401 Pass",
                    "PIM403 Pass",
                    "PIM405 Pass",
                    "PIM501 Pass",
                    "PIM502 Pass",
                    "PIM603 Pass",
                    "PIM606 Pass",
                    "PIM608 Pass",
                    "PIM613 Pass",
                    "PIM901 Pass",
                    "PIM902 NotApplicable",
                    "PIM903 NotApplicable",
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
