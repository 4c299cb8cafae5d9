using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ReviewOverdueTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Name = "Review of Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ines Falk").Eligible("Ines Falk", Exchange);
    private static readonly TenantSnapshot Reviewed = Tenant.RoleReview(Exchange);

    [TestCase(0, RuleOutcome.Pass)]
    [TestCase(106, RuleOutcome.Pass)]
    [TestCase(106.001, RuleOutcome.Fail)]
    public void Silent_up_to_the_limit_and_its_grace(double days, RuleOutcome outcome) =>
        Assert.That(Run(Reviewed.Round(Exchange, TimeSpan.FromDays(days))).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Names_the_review_the_day_and_the_limit()
    {
        var run = Run(Reviewed.Round(Exchange, TimeSpan.FromDays(120)).Round(Exchange, TimeSpan.FromDays(211)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Name,
                            "last finished round ended on 2026-06-03, 120 days before the snapshot",
                            "a finished round in the last 106 days (92 and 14 days of grace)"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Name, Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"accessReview:{A.Id(Name):D}" }));
        }
    }

    [Test]
    public void A_review_that_never_finished_a_round_is_overdue() =>
        Assert.That(
            Run(Reviewed.Round(Exchange, TimeSpan.FromDays(-3), "InProgress")).Said.Single().Observed,
            Is.EqualTo("no finished round since it was created on 2025-10-01")
        );

    [TestCase(106, RuleOutcome.Pass)]
    [TestCase(106.001, RuleOutcome.Fail)]
    public void A_young_review_is_not_overdue(double days, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Tenant.RoleReview(Exchange, review => review with { CreatedAt = A.TakenAt - TimeSpan.FromDays(days) })
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase("2026-06-17", RuleOutcome.Pass)]
    [TestCase("2026-06-16", RuleOutcome.Fail)]
    public void A_review_that_was_first_due_lately_is_not_overdue(string first, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Tenant.RoleReview(
                    Exchange,
                    review => review with { Recurrence = new(91.5, null, DateOnly.Parse(first)) }
                )
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase(120, RuleOutcome.Fail)]
    [TestCase(100, RuleOutcome.Pass)]
    public void A_first_day_that_was_moved_does_not_make_a_review_young_again(int ago, RuleOutcome outcome) =>
        Assert.That(Run(Moved.Round(Exchange, TimeSpan.FromDays(ago))).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Blind_when_the_first_day_may_have_been_moved() =>
        Assert.That(Run(Moved.Lose(SnapshotParts.AccessReviewInstances, A.Id(Name))).Blind, Is.EqualTo(new[] { Name }));

    [TestCase("Applied", RuleOutcome.Pass)]
    [TestCase("Completed", RuleOutcome.Pass)]
    [TestCase("AutoReviewed", RuleOutcome.Pass)]
    [TestCase("InProgress", RuleOutcome.Pass)]
    [TestCase(null, RuleOutcome.Pass)]
    [TestCase("NotStarted", RuleOutcome.Fail)]
    public void A_round_whose_end_has_passed_is_finished_unless_it_never_began(string? status, RuleOutcome outcome) =>
        Assert.That(Run(Reviewed.Round(Exchange, TimeSpan.FromDays(10), status)).Outcome, Is.EqualTo(outcome));

    [TestCase("Completed", RuleOutcome.Pass)]
    [TestCase("InProgress", RuleOutcome.Fail)]
    public void A_round_that_was_stopped_before_its_end_is_finished(string status, RuleOutcome outcome) =>
        Assert.That(Run(Reviewed.Round(Exchange, TimeSpan.FromDays(-3), status)).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Blind_when_the_end_of_a_finished_round_was_not_told() =>
        Assert.That(
            Run(Reviewed.Round(Exchange, TimeSpan.FromDays(200)).Round(Exchange, ago: null)).Blind,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Not_blind_when_another_round_is_known_to_be_recent() =>
        Assert.That(
            Run(Reviewed.Round(Exchange, TimeSpan.FromDays(20)).Round(Exchange, ago: null)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_when_the_age_of_a_review_without_rounds_was_not_told() =>
        Assert.That(
            Run(Tenant.RoleReview(Exchange, review => review with { CreatedAt = null })).Blind,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Blind_when_the_state_of_the_review_was_not_told() =>
        Assert.That(
            Run(Tenant.RoleReview(Exchange, review => review with { Status = null })).Blind,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Blind_on_a_review_whose_rounds_were_not_read() =>
        Assert.That(
            Run(
                Reviewed.Round(Exchange, TimeSpan.FromDays(10)).Lose(SnapshotParts.AccessReviewInstances, A.Id(Name))
            ).Blind,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Not_evaluated_when_the_rounds_were_refused() =>
        Assert.That(
            Run(Reviewed.Lose(SnapshotParts.AccessReviewInstances)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Not_applicable_without_a_covering_review() =>
        Assert.That(Run(Tenant.RoleReview("Global Reader")).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [TestCase(120, 0, RuleOutcome.Pass)]
    [TestCase(119, 0, RuleOutcome.Fail)]
    [TestCase(119, 1, RuleOutcome.Pass)]
    public void Takes_limit_and_grace_from_the_profile(int max, int grace, RuleOutcome outcome) =>
        Assert.That(
            Audit
                .With<ReviewOverdue>(
                    Reviewed.Round(Exchange, TimeSpan.FromDays(120)),
                    ("maxDays", $"{max}"),
                    ("graceDays", $"{grace}")
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    /// <summary>An old review whose recurrence begins lately.</summary>
    private static TenantSnapshot Moved =>
        Tenant.RoleReview(Exchange, review => review with { Recurrence = new(91.5, null, new DateOnly(2026, 9, 20)) });

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<ReviewOverdue>(tenant);
}
