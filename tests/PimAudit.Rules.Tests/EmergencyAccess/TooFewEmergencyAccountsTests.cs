using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class TooFewEmergencyAccountsTests
{
    private const string Global = "Global Administrator";

    [Test]
    public void Silent_with_two() =>
        Assert.That(Run(A.Tenant.EmergencyAccounts("Glass 1", "Glass 2")).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_one()
    {
        var run = Run(A.Tenant.EmergencyAccounts("Glass 1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Contoso", Severity.Critical) }));
            Assert.That(run.Findings.Single().Title, Is.EqualTo("Contoso has one working emergency access account"));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"tenant:{A.Tenant.Tenant.Id:D}" }));
        }
    }

    [Test]
    public void Suggests_candidates_when_none_is_declared() =>
        Assert.That(
            Observed(
                A.Tenant.Users("Dario Venn", "Ines Falk", "Mira Solberg")
                    .User("Gone", user => user with { IsEnabled = false })
                    .Assigned("Gone", Global)
                    .Assigned("Dario Venn", Global)
                    .Assigned("Ines Falk", Global, ends: TimeSpan.FromDays(3))
                    .Eligible("Mira Solberg", Global)
            ),
            Is.EqualTo(new[] { "none declared; candidates: Dario Venn" })
        );

    [Test]
    public void Says_so_when_there_are_no_candidates_either() =>
        Assert.That(Observed(A.Tenant), Is.EqualTo(new[] { "none declared; candidates: none" }));

    [Test]
    public void Does_not_count_a_disabled_account() =>
        Assert.That(
            Observed(
                A.Tenant.EmergencyAccounts("Glass 1")
                    .User("Glass 2", user => user with { IsEnabled = false })
                    .Emergency("Glass 2")
                    .Assigned("Glass 2", Global)
            ),
            Is.EqualTo(new[] { "Glass 1: works; Glass 2: not an enabled user" })
        );

    [TestCase("eligible")]
    [TestCase("time-bound")]
    [TestCase("activated")]
    [TestCase("in one unit")]
    public void Does_not_count_an_account_that_is_not_permanently_active_in_the_whole_tenant(string how) =>
        Assert.That(
            Observed(Giving(how, A.Tenant.EmergencyAccounts("Glass 1").Users("Glass 2").Emergency("Glass 2"))),
            Is.EqualTo(new[] { "Glass 1: works; Glass 2: not permanently active for Global Administrator" })
        );

    [Test]
    public void Counts_an_account_that_holds_the_role_through_a_group() =>
        Assert.That(
            Run(
                A.Tenant.EmergencyAccounts("Glass 1")
                    .Users("Glass 2")
                    .Emergency("Glass 2")
                    .Groups("RAG - Break Glass")
                    .Assigned("RAG - Break Glass", Global)
                    .Member("RAG - Break Glass", "Glass 2")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Counts_an_account_once_that_is_configured_twice()
    {
        var tenant = A.Tenant.EmergencyAccounts("Glass 1");

        Assert.That(
            Run(
                tenant with
                {
                    EmergencyAccounts = [.. tenant.EmergencyAccounts, new("glass.1@contoso.example", A.Id("Glass 1"))],
                }
            ).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );
    }

    [Test]
    public void Blind_when_an_account_was_not_read_that_would_make_enough() =>
        Assert.That(
            Run(
                A.Tenant.EmergencyAccounts("Glass 1")
                    .Emergency("Glass 2")
                    .Assigned("Glass 2", Global)
                    .Gap(SnapshotParts.Principals, "Glass 2")
            ).Blind,
            Is.EqualTo(new[] { "Contoso" })
        );

    [Test]
    public void Certain_when_even_what_was_not_read_would_not_be_enough() =>
        Assert.That(
            Run(A.Tenant.Emergency("Glass 2").Assigned("Glass 2", Global)).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [Test]
    public void Blind_when_PIM_does_not_list_how_the_account_holds_the_role() =>
        Assert.That(
            Run(
                A.Tenant.EmergencyAccounts("Glass 1")
                    .Users("Glass 2")
                    .Emergency("Glass 2")
                    .AssignedUnlisted("Glass 2", Global)
            ).Blind,
            Is.EqualTo(new[] { "Contoso" })
        );

    [Test]
    public void Judges_a_tenant_without_PIM_by_its_role_assignments() =>
        Assert.That(
            Run(
                A.Tenant.Users("Glass 1", "Glass 2")
                    .Emergency("Glass 1")
                    .Emergency("Glass 2")
                    .AssignedUnlisted("Glass 1", Global)
                    .AssignedUnlisted("Glass 2", Global)
                    .Unlicensed()
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase("1", RuleOutcome.Pass)]
    [TestCase("3", RuleOutcome.Fail)]
    public void Takes_its_limit_from_the_profile(string min, RuleOutcome outcome) =>
        Assert.That(
            Audit.With<TooFewEmergencyAccounts>(A.Tenant.EmergencyAccounts("Glass 1", "Glass 2"), ("min", min)).Outcome,
            Is.EqualTo(outcome)
        );

    private static TenantSnapshot Giving(string how, TenantSnapshot tenant) =>
        how switch
        {
            "eligible" => tenant.Eligible("Glass 2", Global),
            "time-bound" => tenant.Assigned("Glass 2", Global, ends: TimeSpan.FromDays(300)),
            "activated" => tenant.Activated("Glass 2", Global),
            _ => tenant.Assigned("Glass 2", Global, scope: $"/administrativeUnits/{A.Id("North"):D}"),
        };

    private static IEnumerable<string> Observed(TenantSnapshot tenant) =>
        Run(tenant).Findings.Select(finding => finding.Observed);

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<TooFewEmergencyAccounts>(tenant);
}
