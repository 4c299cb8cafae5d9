using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>Without a licence for PIM there is no activation: whoever holds a role holds it for good.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LicenceTests
{
    private static Task<Audited> Unlicensed =>
        Sample.Fabrikam.With(tenant => tenant.RemoveSubscription("AAD_PREMIUM_P2")).AuditAsync();

    [Test]
    public async Task Every_assignment_is_judged_as_permanent()
    {
        var audited = await Unlicensed;

        Assert.That(
            audited.Findings.Where(finding => !finding.StartsWith("PIM901", StringComparison.Ordinal)),
            Is.EquivalentTo(
                new[]
                {
                    "PIM101 High: Diego Fernandez | Exchange Administrator | /",
                    "PIM104 High: RAG - Helpdesk Admins | Helpdesk Administrator | /",
                    "PIM104 High: RAG - Helpdesk Admins | Password Administrator | /",
                    "PIM104 High: RAG - Helpdesk Admins | User Administrator | /",
                    "PIM104 Medium: RAG - Report Readers | Reports Reader | /",
                    "PIM105 Medium: Diego Fernandez | Exchange Administrator | /",
                    "PIM312 Low: RAG - Security Readers",
                    "PIM608 High: Fabrikam Security Export | Security Reader | /",
                    "PIM608 Low: Fabrikam Backup | Directory Readers | /",
                    "PIM609 High: Fabrikam Security Export",
                    "PIM613 High: Fabrikam",
                }
            )
        );
    }

    /// <summary>Only these can be judged from role assignments alone; a rule that joins them must say so here.</summary>
    [Test]
    public async Task All_other_rules_are_not_evaluated_for_want_of_the_licence()
    {
        var audited = await Unlicensed;

        Assert.That(
            audited
                .Result.Rules.Where(rule =>
                    rule is not { Outcome: RuleOutcome.NotEvaluated, Reason: MissingReason.Licence }
                )
                .Select(rule => $"{rule.Id} {rule.Outcome}"),
            Is.EqualTo(
                new[]
                {
                    "PIM101 Fail",
                    "PIM104 Fail",
                    "PIM105 Fail",
                    "PIM109 Pass",
                    "PIM110 NotApplicable",
                    "PIM111 NotApplicable",
                    "PIM112 NotApplicable",
                    "PIM301 Pass",
                    "PIM302 Pass",
                    "PIM308 Pass",
                    "PIM309 Pass",
                    "PIM310 Pass",
                    "PIM311 Pass",
                    "PIM312 Fail",
                    "PIM315 Pass",
                    "PIM316 Pass",
                    "PIM401 Pass",
                    "PIM402 Pass",
                    "PIM404 Pass",
                    "PIM405 Pass",
                    "PIM406 Pass",
                    "PIM408 Pass",
                    "PIM601 Pass",
                    "PIM602 Pass",
                    "PIM603 Pass",
                    "PIM605 Pass",
                    "PIM608 Fail",
                    "PIM609 Fail",
                    "PIM610 Pass",
                    "PIM611 Pass",
                    "PIM612 Pass",
                    "PIM613 Fail",
                    "PIM802 NotApplicable",
                    "PIM803 NotApplicable",
                    "PIM804 NotApplicable",
                    "PIM901 Fail",
                    "PIM902 NotApplicable",
                    "PIM903 NotApplicable",
                    "PIM904 NotApplicable",
                }
            )
        );
    }
}
