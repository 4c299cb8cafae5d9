using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EmergencyAccountUnresolvedTests
{
    private const string Entry = "glass.1@contoso.example";

    [Test]
    public void Reports_an_entry_that_the_tenant_does_not_have()
    {
        var run = Audit.With<EmergencyAccountUnresolved>(A.Tenant with { EmergencyAccounts = [new(Entry, null)] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Entry, Severity.Critical) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"configurationEntry:{Entry}" }));
            Assert.That(
                run.Findings.Single().Fix.Steps,
                Has.Some.StartsWith("Write its object id under emergencyAccounts")
            );
        }
    }

    [Test]
    public void Silent_when_the_tenant_has_it() =>
        Assert.That(
            Audit.With<EmergencyAccountUnresolved>(A.Tenant.EmergencyAccounts("Glass 1")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_applicable_when_none_is_configured() =>
        Assert.That(Audit.With<EmergencyAccountUnresolved>(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Not_evaluated_when_the_look_up_was_refused()
    {
        var rule = Audit
            .Judge(
                A.Tenant.Refuse(SnapshotParts.EmergencyAccounts),
                AuditConfiguration.Empty with
                {
                    EmergencyAccounts = [Entry],
                },
                new EmergencyAccountUnresolved()
            )
            .Rules.Single();

        Assert.That((rule.Outcome, rule.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Permission)));
    }
}
