using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EmergencyAccountUseTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TenantSnapshot Tenant = A.Tenant.EmergencyAccounts("Glass 1");

    [TestCase(8)]
    [TestCase(90)]
    [TestCase(180)]
    public void Silent_between_the_two_limits(int days) =>
        Assert.That(Run(SignedIn(Days(days))).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Silent_right_after_the_window_of_the_alert() =>
        Assert.That(Run(SignedIn(Days(7) + Minute)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(0)]
    [TestCase(7)]
    public void Reports_a_sign_in_within_the_window(int days) =>
        Assert.That(Run(SignedIn(Days(days))).Severities, Is.EqualTo(new[] { ("Glass 1", Severity.Medium) }));

    [Test]
    public void Names_the_last_sign_in_and_both_limits() =>
        Assert.That(
            Run(SignedIn(Days(2))).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Glass 1",
                        "signed in, or somebody tried to, on 2026-09-29 06:00 UTC",
                        "no sign-in within 7 days but in a declared drill, and a successful one within 180 days"
                    ),
                }
            )
        );

    /// <summary>A failed attempt is no test, but somebody tried.</summary>
    [Test]
    public void Reports_a_failed_attempt() =>
        Assert.That(
            Run(Tenant.WithSignIns("Glass 1", last: Days(1), success: Days(60))).Subjects,
            Is.EqualTo(new[] { "Glass 1" })
        );

    [Test]
    public void Reports_a_sign_in_by_a_client_on_its_behalf() =>
        Assert.That(
            Run(Tenant.WithSignIns("Glass 1", last: Days(60), success: Days(60), nonInteractive: Days(1))).Subjects,
            Is.EqualTo(new[] { "Glass 1" })
        );

    [Test]
    public void Reports_an_account_that_was_not_tested_for_too_long() =>
        Assert.That(
            Run(SignedIn(Days(180) + Minute)).Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "last successful sign-in on 2026-04-04 05:59 UTC" })
        );

    [Test]
    public void A_failed_attempt_is_no_test() =>
        Assert.That(
            Run(Tenant.WithSignIns("Glass 1", last: Days(30), success: Days(200))).Subjects,
            Is.EqualTo(new[] { "Glass 1" })
        );

    [TestCase(180, 0)]
    [TestCase(181, 1)]
    public void An_attempt_counts_where_no_success_is_told(int days, int findings) =>
        Assert.That(Run(Tenant.WithSignIns("Glass 1", last: Days(days))).Findings, Has.Length.EqualTo(findings));

    [Test]
    public void Reports_an_old_account_that_never_signed_in() =>
        Assert.That(
            Run(Tenant.WithSignIns("Glass 1", last: null)).Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "no sign-in on record" })
        );

    [Test]
    public void A_new_account_has_time() =>
        Assert.That(
            Run(Made(A.TakenAt.AddDays(-180)).WithSignIns("Glass 1", last: null)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_where_it_never_signed_in_and_its_age_is_not_known() =>
        Assert.That(
            Run(Made(createdAt: null).WithSignIns("Glass 1", last: null)).Blind,
            Is.EqualTo(new[] { "Glass 1" })
        );

    [TestCase("2026-09-29")]
    [TestCase("2026-01-01,2026-09-29")]
    public void A_declared_drill_is_worth_a_note(string drills) =>
        Assert.That(
            Run(SignedIn(Days(2)), ("drills", drills)).Findings.Select(one => (one.Severity, one.Observed)),
            Is.EqualTo(new[] { (Severity.Info, "signed in on 2026-09-29 06:00 UTC, on the day of a declared drill") })
        );

    [Test]
    public void A_drill_can_be_declared_for_one_account() =>
        Assert.That(
            Run(SignedIn(Days(2)), ("drills", $"2026-09-29/{A.Id("Glass 1"):D}")).Severities,
            Is.EqualTo(new[] { ("Glass 1", Severity.Info) })
        );

    [Test]
    public void A_drill_of_another_account_explains_nothing() =>
        Assert.That(
            Run(SignedIn(Days(2)), ("drills", $"2026-09-29/{A.Id("Glass 2"):D}")).Severities,
            Is.EqualTo(new[] { ("Glass 1", Severity.Medium) })
        );

    [TestCase("2026-09-28")]
    [TestCase("2026-09-30")]
    public void A_drill_of_another_day_explains_nothing(string day) =>
        Assert.That(
            Run(SignedIn(Days(2)), ("drills", day)).Severities,
            Is.EqualTo(new[] { ("Glass 1", Severity.Medium) })
        );

    /// <summary>The attempt of yesterday is no part of the drill of the day before.</summary>
    [Test]
    public void A_drill_does_not_explain_what_came_after_it() =>
        Assert.That(
            Run(Tenant.WithSignIns("Glass 1", last: Days(1), success: Days(2)), ("drills", "2026-09-29")).Severities,
            Is.EqualTo(new[] { ("Glass 1", Severity.Medium) })
        );

    [Test]
    public void Both_limits_can_be_moved() =>
        Assert.That(
            (
                Run(SignedIn(Days(2)), ("alertDays", "1")).Outcome,
                Run(SignedIn(Days(31)), ("testDays", "30")).Outcome,
                Run(SignedIn(Days(30)), ("testDays", "30")).Outcome
            ),
            Is.EqualTo((RuleOutcome.Pass, RuleOutcome.Fail, RuleOutcome.Pass))
        );

    [Test]
    public void Blind_where_the_sign_ins_were_not_read() =>
        Assert.That(
            (Run(Tenant).Outcome, Run(Tenant).Blind),
            Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "Glass 1" }))
        );

    [Test]
    public void Not_evaluated_without_sign_ins() =>
        Assert.That(
            Run(SignedIn(Days(2)).Lose(SnapshotParts.SignInActivity)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Does_not_look_at_other_people() =>
        Assert.That(
            Run(SignedIn(Days(30)).Users("Ines Falk").WithSignIns("Ines Falk", Days(1), Days(1))).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_applicable_without_emergency_accounts() =>
        Assert.That(Run(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);

    private static TenantSnapshot SignedIn(TimeSpan ago) => Tenant.WithSignIns("Glass 1", ago, ago);

    private static TenantSnapshot Made(DateTimeOffset? createdAt) =>
        A.Tenant.User("Glass 1", user => user with { CreatedAt = createdAt }).Emergency("Glass 1");

    private static RuleRun Run(TenantSnapshot tenant, params (string, string)[] parameters) =>
        Audit.With<EmergencyAccountUse>(tenant, parameters);
}
