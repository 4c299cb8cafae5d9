using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class TooManyEmergencyAccountsTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void Silent_up_to_the_limit(int accounts) =>
        Assert.That(Run(Accounts(accounts)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(3, Severity.Low)]
    [TestCase(4, Severity.Low)]
    [TestCase(5, Severity.High)]
    public void Reports_the_tenant_heavier_above_four(int accounts, Severity severity) =>
        Assert.That(Run(Accounts(accounts)).Severities, Is.EqualTo(new[] { ("Contoso", severity) }));

    [Test]
    public void Names_the_accounts_and_the_limit()
    {
        var run = Run(Accounts(2), ("max", "1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said.Select(one => (one.Observed.Split(':')[0], one.Expected)),
                Is.EqualTo(new[] { ("2 enabled accounts", "at most one enabled accounts") })
            );
            Assert.That(
                run.Findings.Single().Related.Select(one => one.Object.Label),
                Is.EquivalentTo(new[] { "Glass 0", "Glass 1" })
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"tenant:{A.Id("Contoso"):D}" }));
        }
    }

    [Test]
    public void Leaves_disabled_accounts_out() =>
        Assert.That(
            Run(Accounts(2).User("Glass 2", user => user with { IsEnabled = false }).Emergency("Glass 2")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Counts_an_account_once_however_often_it_is_configured() =>
        Assert.That(
            Run(Accounts(2) with { EmergencyAccounts = [.. Accounts(2).EmergencyAccounts, ByName("Glass 1")] }).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_entry_that_names_nobody_is_no_account() =>
        Assert.That(
            Run(
                Accounts(2) with
                {
                    EmergencyAccounts = [.. Accounts(2).EmergencyAccounts, new("glass.9@contoso.example", null)],
                }
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_when_an_account_that_may_be_enabled_would_be_one_too_many() =>
        Assert.That(
            Run(Accounts(2).User("Glass 2", user => user with { IsEnabled = null }).Emergency("Glass 2")).Blind,
            Is.EqualTo(new[] { "Contoso" })
        );

    [Test]
    public void Blind_when_an_entry_that_was_not_looked_up_would_be_one_too_many() =>
        Assert.That(
            Audit
                .Judge(
                    Accounts(2),
                    AuditConfiguration.Empty with
                    {
                        EmergencyAccounts = ["glass.9@contoso.example"],
                    },
                    new TooManyEmergencyAccounts()
                )
                .Rules.Single()
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Not_evaluated_without_principals() =>
        Assert.That(Run(Accounts(5).Lose(SnapshotParts.Principals)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    private static TenantSnapshot Accounts(int count) =>
        A.Tenant.EmergencyAccounts([.. Enumerable.Range(0, count).Select(number => $"Glass {number}")]);

    private static EmergencyAccountEntry ByName(string name) => new(A.User(name).UserPrincipalName!, A.Id(name));

    private static RuleRun Run(TenantSnapshot tenant, params (string, string)[] parameters) =>
        Audit.With<TooManyEmergencyAccounts>(tenant, parameters);
}
