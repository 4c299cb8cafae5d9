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
                    "PIM608 Low: Fabrikam Backup | Directory Readers | /",
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
                    "PIM201 NotEvaluated Licence",
                    "PIM202 NotEvaluated Licence",
                    "PIM203 NotEvaluated Licence",
                    "PIM204 NotEvaluated Licence",
                    "PIM206 NotEvaluated Licence",
                    "PIM208 NotEvaluated Licence",
                    "PIM209 NotEvaluated Licence",
                    "PIM210 NotEvaluated Licence",
                    "PIM211 NotEvaluated Licence",
                    "PIM301 Pass",
                    "PIM302 Pass",
                    "PIM303 NotEvaluated Licence",
                    "PIM304 NotEvaluated Licence",
                    "PIM305 NotEvaluated Licence",
                    "PIM306 NotEvaluated Licence",
                    "PIM308 Pass",
                    "PIM309 Pass",
                    "PIM401 Pass",
                    "PIM403 NotEvaluated Licence",
                    "PIM405 Pass",
                    "PIM501 NotEvaluated Licence",
                    "PIM502 NotEvaluated Licence",
                    "PIM603 Pass",
                    "PIM606 NotEvaluated Licence",
                    "PIM608 Fail",
                    "PIM613 Fail",
                    "PIM901 Fail",
                    "PIM902 NotApplicable",
                    "PIM903 NotApplicable",
                }
            )
        );
    }
}
