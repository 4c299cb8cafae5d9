using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EligibilityNeverUsedTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Helpdesk = "RAG - Helpdesk";

    [Test]
    public void Reports_what_nobody_activated_within_the_log() =>
        Assert.That(
            Audit.With<EligibilityNeverUsed>(Eligible(30)).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Ines Falk",
                        "eligible since 2026-06-23; no activation in 30 days of the audit log",
                        "used, or given up at the next review"
                    ),
                }
            )
        );

    [TestCase(30, Severity.Info)]
    [TestCase(89, Severity.Info)]
    [TestCase(90, Severity.Low)]
    [TestCase(120, Severity.Low)]
    public void Weighs_less_where_the_log_is_shorter_than_the_days(int covered, Severity severity) =>
        Assert.That(
            Audit.With<EligibilityNeverUsed>(Eligible(covered)).Severities,
            Is.EqualTo(new[] { ("Ines Falk", severity) })
        );

    [Test]
    public void Not_evaluated_where_the_log_covers_less_than_thirty_days() =>
        Assert.That(Audit.With<EligibilityNeverUsed>(Eligible(29)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    [Test]
    public void Silent_where_it_was_activated() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(Eligible(30).Activation("Ines Falk", Exchange, TimeSpan.FromDays(29)))
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Another_role_is_no_use_of_this_one() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(
                    Eligible(30).Activation("Ines Falk", "Security Reader", TimeSpan.FromDays(2))
                )
                .Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [TestCase(100, 0)]
    [TestCase(99, 1)]
    public void What_is_as_old_as_the_window_is_not_older(int covered, int findings) =>
        Assert.That(
            Audit.With<EligibilityNeverUsed>(Eligible(covered), ("days", "120")).Findings,
            Has.Length.EqualTo(findings)
        );

    [Test]
    public void Counts_from_when_the_last_door_on_the_way_opened()
    {
        var tenant = A
            .Tenant.Users("Ines Falk")
            .Groups(Helpdesk)
            .Member(Helpdesk, "Ines Falk", started: TimeSpan.FromDays(10))
            .Eligible(Helpdesk, Exchange)
            .LogOf(TimeSpan.FromDays(30));

        Assert.That(Audit.With<EligibilityNeverUsed>(tenant).Outcome, Is.EqualTo(RuleOutcome.Pass));
    }

    [Test]
    public void An_activation_of_the_role_is_use_of_the_group_that_is_eligible_for_it()
    {
        var tenant = A
            .Tenant.Users("Ines Falk", "Mira Solberg")
            .Groups(Helpdesk)
            .Member(Helpdesk, "Ines Falk")
            .Member(Helpdesk, "Mira Solberg")
            .Eligible(Helpdesk, Exchange)
            .LogOf(TimeSpan.FromDays(30))
            .Activation("Ines Falk", Exchange, TimeSpan.FromDays(3));

        var run = Audit.With<EligibilityNeverUsed>(tenant);

        Assert.That(run.Subjects, Is.EqualTo(new[] { "Mira Solberg" }));
        Assert.That(
            run.Identity,
            Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", "scope:/", $"user:{A.Id("Mira Solberg"):D}" })
        );
    }

    [Test]
    public void A_membership_is_used_by_its_own_activation()
    {
        var tenant = A
            .Tenant.Users("Ines Falk", "Mira Solberg")
            .Groups(Helpdesk)
            .EligibleMember(Helpdesk, "Ines Falk")
            .EligibleMember(Helpdesk, "Mira Solberg")
            .Assigned(Helpdesk, Exchange)
            .LogOf(TimeSpan.FromDays(30))
            .GroupActivation("Ines Falk", Helpdesk, TimeSpan.FromDays(3));

        var run = Audit.With<EligibilityNeverUsed>(tenant);

        Assert.That(run.Subjects, Is.EqualTo(new[] { "Mira Solberg" }));
        Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Helpdesk):D}", $"user:{A.Id("Mira Solberg"):D}" }));
    }

    [Test]
    public void Blind_where_it_was_not_read_whether_the_account_is_enabled() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(
                    A.Tenant.User("Ines Falk", user => user with { IsEnabled = null })
                        .Eligible("Ines Falk", Exchange)
                        .LogOf(TimeSpan.FromDays(30))
                )
                .Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void A_disabled_person_can_activate_nothing() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(
                    A.Tenant.User("Ines Falk", user => user with { IsEnabled = false })
                        .Eligible("Ines Falk", Exchange)
                        .LogOf(TimeSpan.FromDays(30))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void An_emergency_account_is_another_matter() =>
        Assert.That(
            Audit.With<EligibilityNeverUsed>(Eligible(30).Emergency("Ines Falk")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_where_an_entry_does_not_say_what_the_person_activated() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(
                    Eligible(30).Entry(UseOf.Completed, TimeSpan.FromDays(2), "Ines Falk", target: null)
                )
                .Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Not_evaluated_where_nobody_knows_since_when() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(
                    Eligible(30) with
                    {
                        RoleEligibilities = [Eligible(30).RoleEligibilities[0] with { StartsAt = null }],
                    }
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    /// <summary>The list of members tells that he is a user, and nothing tells whether he is living.</summary>
    [Test]
    public void Blind_on_a_member_of_whom_nothing_else_was_read() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(
                    ThroughGroup().Member(Helpdesk, "Ines Falk").Lose(SnapshotParts.Principals, A.Id("Ines Falk"))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    /// <summary>A membership that was activated an hour ago is not old, and one that stands may be.</summary>
    [Test]
    public void Blind_where_it_was_not_read_whether_a_membership_stands_or_was_activated() =>
        Assert.That(
            Audit
                .With<EligibilityNeverUsed>(
                    ThroughGroup()
                        .ActivatedMember(Helpdesk, "Ines Falk")
                        .Lose(SnapshotParts.GroupAssignments, A.Id(Helpdesk))
                )
                .Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Not_evaluated_without_the_audit_log() =>
        Assert.That(
            Audit.With<EligibilityNeverUsed>(Eligible(30).Refuse(SnapshotParts.AuditEvents)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot ThroughGroup() =>
        A.Tenant.Users("Ines Falk").Groups(Helpdesk).Eligible(Helpdesk, Exchange).LogOf(TimeSpan.FromDays(90));

    private static TenantSnapshot Eligible(int covered) =>
        A.Tenant.Users("Ines Falk").Eligible("Ines Falk", Exchange).LogOf(TimeSpan.FromDays(covered));
}
