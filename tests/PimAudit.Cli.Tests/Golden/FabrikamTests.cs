using NUnit.Framework;
using PimAudit.Rules;

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
    /// kept apart, nobody is eligible as owner, nobody activates twice and there is no waiver: so some rules have nothing to judge.
    /// </summary>
    [Test]
    public async Task Is_judged_by_every_rule()
    {
        var audited = await Sample.Fabrikam.AuditAsync();

        Assert.That(
            audited.NotPassed,
            Is.EqualTo(
                new[]
                {
                    "PIM101 NotApplicable",
                    "PIM102 NotApplicable",
                    "PIM112 NotApplicable",
                    "PIM212 NotApplicable",
                    "PIM217 NotApplicable",
                    "PIM219 NotApplicable",
                    "PIM802 NotApplicable",
                    "PIM803 NotApplicable",
                    "PIM804 NotApplicable",
                    "PIM805 NotApplicable",
                    "PIM902 NotApplicable",
                    "PIM903 NotApplicable",
                    "PIM904 NotApplicable",
                }
            )
        );
        Assert.That(audited.RuleIds, Is.EqualTo(Catalogue.All.Select(rule => rule.Info.Id)));
    }

    [Test]
    public async Task Hides_nothing_from_the_audit()
    {
        var audited = await Sample.Fabrikam.AuditAsync();

        Assert.That((audited.Blind, audited.Missing), Is.EqualTo((Array.Empty<string>(), Array.Empty<object>())));
    }
}
