using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class StaleHolderTests
{
    private const string Reader = "Reports Reader";

    private static readonly TimeSpan Window = TimeSpan.FromDays(90);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public void Reports_a_person_whose_last_success_lies_before_the_window()
    {
        var run = Run(SignedIn(success: Window + Minute));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "Ines Falk",
                            "last signed in on 2026-07-03; reaches Reports Reader",
                            "a sign-in within 90 days"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Ines Falk", Severity.Medium) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Ines Falk"):D}" }));
        }
    }

    [Test]
    public void Silent_on_the_last_minute_of_the_window() =>
        Assert.That(Run(SignedIn(success: Window)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    /// <summary>Somebody knocks, nobody comes in.</summary>
    [Test]
    public void Failed_attempts_are_no_sign_in() =>
        Assert.That(
            Run(SignedIn(interactive: Minute, background: Minute, success: Window + Minute)).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void A_success_needs_no_further_date() =>
        Assert.That(Run(SignedIn(interactive: Window + Minute, success: Minute)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void An_old_attempt_proves_that_nobody_came_in_since() =>
        Assert.That(
            Run(SignedIn(interactive: TimeSpan.FromDays(200), background: TimeSpan.FromDays(100)))
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "last tried to sign in on 2026-06-23; reaches Reports Reader" })
        );

    [TestCase(true)]
    [TestCase(false)]
    public void An_attempt_counts_where_no_success_is_told(bool interactive) =>
        Assert.That(
            Run(SignedIn(interactive: interactive ? Window : null, background: interactive ? null : Window)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_an_account_that_never_signed_in_and_is_older_than_the_window() =>
        Assert.That(
            Run(Never(A.TakenAt - Window - Minute)).Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "never signed in; created on 2026-07-03; reaches Reports Reader" })
        );

    [Test]
    public void Gives_a_new_account_time() =>
        Assert.That(Run(Never(A.TakenAt - Window)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Blind_where_the_age_of_an_account_that_never_signed_in_was_not_told() =>
        Assert.That(Run(Never(created: null)).Blind, Is.EqualTo(new[] { "Ines Falk" }));

    [Test]
    public void Takes_the_days_from_the_profile() =>
        Assert.That(
            Audit.With<StaleHolder>(SignedIn(success: TimeSpan.FromDays(31)), ("days", "30")).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Leaves_disabled_and_deleted_people_to_another_rule() =>
        Assert.That(
            Run(
                A.Tenant.User("Ines Falk", user => user with { IsEnabled = false })
                    .Assigned("Ines Falk", Reader)
                    .Deleted("Gone", Window * 2)
                    .Eligible("Gone", Reader)
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    /// <summary>A disabled account is another rule's, and one in use is none.</summary>
    [TestCase(89, RuleOutcome.Pass)]
    [TestCase(91, RuleOutcome.NotEvaluated)]
    public void Blind_on_a_stale_account_of_which_it_was_not_read_whether_it_is_enabled(
        int daysAgo,
        RuleOutcome outcome
    )
    {
        var tenant = SignedIn(success: TimeSpan.FromDays(daysAgo));

        Assert.That(
            Run(tenant with { Users = [tenant.Users[0] with { IsEnabled = null }] }).Outcome,
            Is.EqualTo(outcome)
        );
    }

    [Test]
    public void Does_not_look_at_emergency_accounts() =>
        Assert.That(
            Run(SignedIn(success: Window * 2).Emergency("Ines Falk")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_without_a_row_and_with_a_gap() =>
        Assert.That(
            Run(
                A.Tenant.Users("Ines Falk", "Mira Solberg")
                    .Assigned("Ines Falk", Reader)
                    .Assigned("Mira Solberg", Reader)
                    .Gap(SnapshotParts.SignInActivity, "Mira Solberg")
            )
                .Result.Blind.Select(blind => (blind.Subject.Label, blind.Reason)),
            Is.EquivalentTo(
                new[] { ("Ines Falk", MissingReason.NotCollected), ("Mira Solberg", MissingReason.Throttled) }
            )
        );

    [Test]
    public void Not_evaluated_without_the_sign_ins() =>
        Assert.That(
            Run(SignedIn(success: Window * 2).Refuse(SnapshotParts.SignInActivity)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot SignedIn(
        TimeSpan? interactive = null,
        TimeSpan? background = null,
        TimeSpan? success = null
    ) =>
        A.Tenant.Users("Ines Falk").Assigned("Ines Falk", Reader) with
        {
            SignInActivities =
            [
                new(A.Id("Ines Falk"), A.TakenAt - interactive, A.TakenAt - background, A.TakenAt - success),
            ],
        };

    private static TenantSnapshot Never(DateTimeOffset? created) =>
        A.Tenant.User("Ines Falk", user => user with { CreatedAt = created }).Assigned("Ines Falk", Reader) with
        {
            SignInActivities = [new(A.Id("Ines Falk"), null, null, null)],
        };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<StaleHolder>(tenant);
}
