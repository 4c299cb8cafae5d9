using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PimAlertActiveTests
{
    private const string Stale = "StaleSignIn";

    [Test]
    public void Silent_while_no_alert_is_active() =>
        Assert.That(Run(A.Tenant.Alert(Stale)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Prints_incidents_threshold_and_scan_time()
    {
        var run = Run(
            A.Tenant.Alert(
                Stale,
                alert => Active(alert) with { IncidentCount = 3, Threshold = ["duration=P30D", "limit=2"] }
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Stale, Severity.Info) }));
            Assert.That(
                run.Findings.Single().Observed,
                Is.EqualTo("3 incidents; threshold duration=P30D, limit=2; scanned on 2026-10-01 05:00 UTC")
            );
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"other:DirectoryRole_{A.Id("Contoso"):D}_StaleSignInAlert" })
            );
        }
    }

    [Test]
    public void Names_the_people_and_roles_of_its_incidents_but_no_emergency_account()
    {
        var finding = Run(
            A.Tenant.EmergencyAccounts("Glass 1")
                .Users("Ines Falk")
                .Alert(
                    Stale,
                    alert =>
                        Active(alert) with
                        {
                            Incidents =
                            [
                                new("1", A.Id("Ines Falk"), RoleDefinitionId: null),
                                new("2", A.Id("Glass 1"), RoleDefinitionId: null),
                                new("3", AssigneeId: null, A.Role("Security Reader")),
                                new("4", A.Id("Ines Falk"), RoleDefinitionId: null),
                            ],
                        }
                )
        )
            .Findings.Single();

        Assert.That(
            finding.Related.Select(one => (one.Object.Label, one.Relation)),
            Is.EqualTo(new[] { ("Security Reader", "role of an incident"), ("Ines Falk", "assignee of an incident") })
        );
    }

    /// <summary>Its silence says nothing: neither a finding nor a pass.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Passes_over_an_alert_that_is_switched_off(bool isActive) =>
        Assert.That(
            Run(A.Tenant.Alert(Stale, alert => alert with { IsActive = isActive, IsEnabled = false })).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Reports_an_active_alert_of_which_it_was_not_told_whether_it_is_enabled() =>
        Assert.That(
            Run(A.Tenant.Alert(Stale, alert => Active(alert) with { IsEnabled = null, ScannedAt = null }))
                .Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "0 incidents; no threshold; never scanned" })
        );

    [Test]
    public void Blind_where_an_inactive_alert_may_be_switched_off() =>
        Assert.That(
            Run(A.Tenant.Alert(Stale, alert => alert with { IsEnabled = null })).Blind,
            Is.EqualTo(new[] { Stale })
        );

    [Test]
    public void Blind_where_an_inactive_alert_was_never_scanned() =>
        Assert.That(
            Run(A.Tenant.Alert(Stale, alert => alert with { ScannedAt = null })).Blind,
            Is.EqualTo(new[] { Stale })
        );

    [TestCase("StaleSignIn")]
    [TestCase("staleSignInAlert")]
    public void Looks_only_at_the_alerts_that_are_asked_for(string name) =>
        Assert.That(
            Audit
                .With<PimAlertActive>(
                    A.Tenant.Alert(Stale, Active).Alert("RedundantAssignment", Active),
                    ("alerts", $"{name},NoMfaOnRoleActivation")
                )
                .Subjects,
            Is.EqualTo(new[] { Stale })
        );

    [Test]
    public void Not_evaluated_without_alerts() =>
        Assert.That(
            Run(A.Tenant.Alert(Stale, Active).Lose(SnapshotParts.PimAlerts)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static PimAlert Active(PimAlert alert) => alert with { IsActive = true };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<PimAlertActive>(tenant);
}
