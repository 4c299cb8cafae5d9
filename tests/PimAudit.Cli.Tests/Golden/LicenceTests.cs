using NUnit.Framework;

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

    [Test]
    public async Task Rules_about_pim_are_not_evaluated_for_want_of_the_licence()
    {
        var audited = await Unlicensed;

        Assert.That(
            audited.Result.Rules.Select(rule => $"{rule.Id} {rule.Outcome} {rule.Reason}".TrimEnd()),
            Is.EqualTo(
                new[]
                {
                    "PIM101 Fail",
                    "PIM102 NotEvaluated Licence",
                    "PIM103 NotEvaluated Licence",
                    "PIM104 Fail",
                    "PIM105 Fail",
                    "PIM106 NotEvaluated Licence",
                    "PIM107 NotEvaluated Licence",
                    "PIM108 NotEvaluated Licence",
                    "PIM109 Pass",
                    "PIM110 NotApplicable",
                    "PIM111 NotApplicable",
                    "PIM112 NotApplicable",
                    "PIM201 NotEvaluated Licence",
                    "PIM202 NotEvaluated Licence",
                    "PIM203 NotEvaluated Licence",
                    "PIM204 NotEvaluated Licence",
                    "PIM205 NotEvaluated Licence",
                    "PIM206 NotEvaluated Licence",
                    "PIM207 NotEvaluated Licence",
                    "PIM208 NotEvaluated Licence",
                    "PIM209 NotEvaluated Licence",
                    "PIM210 NotEvaluated Licence",
                    "PIM211 NotEvaluated Licence",
                    "PIM212 NotEvaluated Licence",
                    "PIM213 NotEvaluated Licence",
                    "PIM214 NotEvaluated Licence",
                    "PIM215 NotEvaluated Licence",
                    "PIM216 NotEvaluated Licence",
                    "PIM217 NotEvaluated Licence",
                    "PIM218 NotEvaluated Licence",
                    "PIM219 NotEvaluated Licence",
                    "PIM220 NotEvaluated Licence",
                    "PIM221 NotEvaluated Licence",
                    "PIM301 Pass",
                    "PIM302 Pass",
                    "PIM303 NotEvaluated Licence",
                    "PIM304 NotEvaluated Licence",
                    "PIM305 NotEvaluated Licence",
                    "PIM306 NotEvaluated Licence",
                    "PIM307 NotEvaluated Licence",
                    "PIM308 Pass",
                    "PIM309 Pass",
                    "PIM310 Pass",
                    "PIM311 Pass",
                    "PIM312 Fail",
                    "PIM313 NotEvaluated Licence",
                    "PIM314 NotEvaluated Licence",
                    "PIM315 Pass",
                    "PIM316 Pass",
                    "PIM401 Pass",
                    "PIM402 Pass",
                    "PIM403 NotEvaluated Licence",
                    "PIM404 Pass",
                    "PIM405 Pass",
                    "PIM406 Pass",
                    "PIM407 NotEvaluated Licence",
                    "PIM408 Pass",
                    "PIM409 NotEvaluated Licence",
                    "PIM501 NotEvaluated Licence",
                    "PIM502 NotEvaluated Licence",
                    "PIM503 NotEvaluated Licence",
                    "PIM504 NotEvaluated Licence",
                    "PIM505 NotEvaluated Licence",
                    "PIM506 NotEvaluated Licence",
                    "PIM601 Pass",
                    "PIM602 Pass",
                    "PIM603 Pass",
                    "PIM604 NotEvaluated Licence",
                    "PIM605 Pass",
                    "PIM606 NotEvaluated Licence",
                    "PIM607 NotEvaluated Licence",
                    "PIM608 Fail",
                    "PIM609 Fail",
                    "PIM610 Pass",
                    "PIM611 Pass",
                    "PIM612 Pass",
                    "PIM613 Fail",
                    "PIM701 NotEvaluated Licence",
                    "PIM702 NotEvaluated Licence",
                    "PIM703 NotEvaluated Licence",
                    "PIM704 NotEvaluated Licence",
                    "PIM705 NotEvaluated Licence",
                    "PIM801 NotEvaluated Licence",
                    "PIM802 NotApplicable",
                    "PIM803 NotApplicable",
                    "PIM804 NotApplicable",
                    "PIM805 NotEvaluated Licence",
                    "PIM901 Fail",
                    "PIM902 NotApplicable",
                    "PIM903 NotApplicable",
                    "PIM904 NotApplicable",
                }
            )
        );
    }
}
