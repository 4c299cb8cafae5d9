using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PimAlertDisabledTests
{
    private const string Stale = "StaleSignIn";

    [TestCase(true)]
    [TestCase(false)]
    public void Silent_while_the_alert_is_enabled(bool isActive) =>
        Assert.That(Run(alert => alert with { IsActive = isActive }).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_an_alert_that_is_switched_off()
    {
        var run = Run(alert => alert with { IsEnabled = false });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Stale, Severity.Low) }));
            Assert.That(run.Said, Is.EqualTo(new[] { (Stale, "disabled", "enabled") }));
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"other:DirectoryRole_{A.Id("Contoso"):D}_StaleSignInAlert" })
            );
        }
    }

    [Test]
    public void Blind_where_it_was_not_told() =>
        Assert.That(Run(alert => alert with { IsEnabled = null }).Blind, Is.EqualTo(new[] { Stale }));

    [Test]
    public void Not_evaluated_without_alerts() =>
        Assert.That(
            Audit.With<PimAlertDisabled>(A.Tenant.Alert(Stale).Lose(SnapshotParts.PimAlerts)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static RuleRun Run(Func<PimAlert, PimAlert> change) =>
        Audit.With<PimAlertDisabled>(A.Tenant.Alert(Stale, change));
}
