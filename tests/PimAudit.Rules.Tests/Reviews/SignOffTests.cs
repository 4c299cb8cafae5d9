using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

/// <summary>What was decided in a review by workbook stands for an access review: for that path, and for a while.</summary>
public sealed class SignOffTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";
    private const string Ines = "Ines Falk";

    private static readonly DateOnly Today = DateOnly.FromDateTime(A.TakenAt.UtcDateTime);
    private static readonly TenantSnapshot Tenant = A.Tenant.Users(Ines, "Milo Sand").Groups(Group);
    private static readonly TenantSnapshot Direct = Tenant.Eligible(Ines, Exchange);
    private static readonly TenantSnapshot Approach1 = Tenant.Eligible(Group, Exchange).Member(Group, Ines);
    private static readonly TenantSnapshot Approach2 = Tenant.Assigned(Group, Exchange).EligibleMember(Group, Ines);

    private static IEnumerable<TenantSnapshot> Ways => [Direct, Approach1, Approach2];

    [TestCaseSource(nameof(Ways))]
    public void A_decision_about_each_way_is_as_good_as_a_review(TenantSnapshot tenant) =>
        Assert.That(Run(tenant, Signed(tenant)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(ReviewDecision.Keep, RuleOutcome.Pass)]
    [TestCase(ReviewDecision.Revoke, RuleOutcome.Pass)]
    [TestCase(ReviewDecision.Change, RuleOutcome.Pass)]
    [TestCase(ReviewDecision.Unsure, RuleOutcome.Fail)]
    [TestCase(ReviewDecision.None, RuleOutcome.Fail)]
    public void Whoever_is_unsure_decided_nothing(ReviewDecision decision, RuleOutcome outcome) =>
        Assert.That(Run(Direct, Signed(Direct, decision)).Outcome, Is.EqualTo(outcome));

    [Test]
    public void A_row_without_an_answer_covers_nothing() =>
        Assert.That(Run(Direct, AReview.Of(Direct)).Outcome, Is.EqualTo(RuleOutcome.Fail));

    [TestCase(0, RuleOutcome.Pass)]
    [TestCase(92, RuleOutcome.Pass)]
    [TestCase(93, RuleOutcome.Fail)]
    public void A_decision_lasts_as_long_as_may_lie_between_two_reviews(int daysAgo, RuleOutcome outcome) =>
        Assert.That(Run(Direct, Signed(Direct, daysAgo: daysAgo)).Outcome, Is.EqualTo(outcome));

    [TestCase(31, RuleOutcome.Pass)]
    [TestCase(32, RuleOutcome.Fail)]
    public void The_limit_is_that_of_PIM502(int daysAgo, RuleOutcome outcome) =>
        Assert.That(
            Judged(daysAgo, ("PIM502", "31")).Rules.Single(rule => rule.Id is "PIM501").Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void A_limit_of_its_own_goes_before_that() =>
        Assert.That(
            Judged(92, ("PIM502", "31"), ("PIM501", "92")).Rules.Single(rule => rule.Id is "PIM501").Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void What_was_decided_after_the_day_of_the_snapshot_counts_for_the_next() =>
        Assert.That(Run(Direct, Signed(Direct, daysAgo: -1)).Outcome, Is.EqualTo(RuleOutcome.Fail));

    [Test]
    public void A_decision_without_a_day_covers_nothing() =>
        Assert.That(
            Run(Direct, Answered(Direct, AReview.Answer(ReviewDecision.Keep, "Zoe Kern", on: null))).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [TestCase("Zoe Kern", RuleOutcome.Pass)]
    [TestCase("Falk, Ines", RuleOutcome.Fail)]
    [TestCase("ines.falk@contoso.example", RuleOutcome.Fail)]
    [TestCase(" ", RuleOutcome.Fail)]
    [TestCase(null, RuleOutcome.Fail)]
    public void Somebody_else_must_have_signed(string? reviewer, RuleOutcome outcome) =>
        Assert.That(
            Run(Direct, Answered(Direct, AReview.Answer(ReviewDecision.Keep, reviewer, Today))).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void A_decision_that_the_person_applied_covers_nothing() =>
        Assert.That(
            Run(
                Direct,
                Answered(
                    Direct,
                    AReview.Answer(ReviewDecision.Change, "Zoe Kern", Today) with
                    {
                        AppliedBy = Ines,
                        AppliedOn = Today,
                    }
                )
            ).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [Test]
    public void Whoever_has_another_name_now_is_the_same() =>
        Assert.That(
            Run(
                Renamed("Ines Berg"),
                Answered(Direct, AReview.Answer(ReviewDecision.Keep, "Ines Berg", Today))
            ).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [TestCase("ines.falk@contoso.example")]
    [TestCase("Zoe Kern")]
    public void Of_a_person_whose_name_nobody_knows_a_typed_name_says_nothing(string reviewer) =>
        Assert.That(
            Run(Renamed(null), Answered(Renamed(null), AReview.Answer(ReviewDecision.Keep, reviewer, Today))).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [TestCase("Somebody", RuleOutcome.Pass)]
    [TestCase(Ines, RuleOutcome.Fail)]
    [TestCase(null, RuleOutcome.Fail)]
    public void The_id_of_a_Microsoft_review_goes_before_the_name(string? reviewer, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Direct,
                Answered(
                    Direct,
                    AReview.Answer(ReviewDecision.Revoke, "Zoe Kern", Today) with
                    {
                        Source = new("review", null, reviewer is null ? null : $"{A.Id(reviewer):D}", null, null),
                    }
                )
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Another_way_of_the_same_person_is_not_covered()
    {
        var both = Direct.Eligible(Group, Exchange).Member(Group, Ines);

        Assert.That(
            Run(both, Signed(Direct)).Said.Select(said => said.Observed),
            Is.EqualTo(new[] { "1 eligible person without a review" })
        );
    }

    [Test]
    public void Somebody_who_came_later_is_not_covered() =>
        Assert.That(
            Run(Direct.Eligible("Milo Sand", Exchange), Signed(Direct)).Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Standing_access_that_became_eligible_was_not_decided_about() =>
        Assert.That(Run(Direct, Signed(Tenant.Assigned(Ines, Exchange))).Outcome, Is.EqualTo(RuleOutcome.Fail));

    [TestCase(ReviewDecision.Keep, ReviewDecision.Unsure, RuleOutcome.Fail)]
    [TestCase(ReviewDecision.Unsure, ReviewDecision.Keep, RuleOutcome.Pass)]
    [TestCase(ReviewDecision.Keep, ReviewDecision.None, RuleOutcome.Pass)]
    public void Of_several_reviews_the_newest_answer_counts(
        ReviewDecision older,
        ReviewDecision newer,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Run(Direct, Signed(Direct, older, daysAgo: 20), Signed(Direct, newer, daysAgo: 10)).Outcome,
            Is.EqualTo(outcome)
        );

    /// <summary>The one was sent out before the other, and came back after it.</summary>
    [Test]
    public void The_newest_answer_is_that_of_the_latest_day_and_not_of_the_latest_review() =>
        Assert.That(
            Run(
                Direct,
                Signed(Direct with { TakenAt = A.TakenAt.AddDays(-60) }, ReviewDecision.Unsure, daysAgo: 10),
                Signed(Direct with { TakenAt = A.TakenAt.AddDays(-30) }, daysAgo: 20)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [Test]
    public void A_doubt_without_a_day_takes_back_what_was_decided_before_its_review() =>
        Assert.That(
            Run(
                Direct,
                Signed(Direct with { TakenAt = A.TakenAt.AddDays(-60) }, daysAgo: 40),
                Answered(
                    Direct with
                    {
                        TakenAt = A.TakenAt.AddDays(-30),
                    },
                    AReview.Answer(ReviewDecision.Unsure, "Zoe Kern", on: null)
                )
            ).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [Test]
    public void People_whom_nobody_knows_were_signed_off_by_nobody() =>
        Assert.That(
            Run(Approach1.Gap(SnapshotParts.GroupMembers, Group), Signed(Approach1)).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void A_decision_tells_what_a_review_without_a_state_does_not()
    {
        var tenant = Direct.RoleReview(Exchange, review => review with { Status = null });

        Assert.That(
            new[] { Run(tenant).Outcome, Run(tenant, Signed(tenant)).Outcome },
            Is.EqualTo(new[] { RuleOutcome.NotEvaluated, RuleOutcome.Pass })
        );
    }

    [Test]
    public void Not_evaluated_without_the_reviews_of_Entra_whatever_was_signed() =>
        Assert.That(
            Run(Direct.Refuse(SnapshotParts.AccessReviews), Signed(Direct)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void A_profile_may_accept_reviews_of_Entra_alone()
    {
        var run = Audit.With<NoAccessReview>(Direct, [Signed(Direct)], ("acceptImportedReviews", "false"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Subjects, Is.EqualTo(new[] { Exchange }));
            Assert.That(run.Findings.Single().Expected, Does.Not.Contain("imported"));
            Assert.That(run.Findings.Single().Fix.Steps, Has.None.Contain("review import"));
        }
    }

    [Test]
    public void The_finding_names_the_way_and_its_limit()
    {
        var finding = Audit.With<NoAccessReview>(Direct, ("maxDays", "31")).Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Expected, Does.EndWith("or a decision in an imported review in the last 31 days"));
            Assert.That(finding.Fix.Steps, Has.One.Contain("at least every 31 days").And.One.Contain("review import"));
        }
    }

    private static RuleRun Run(TenantSnapshot tenant, params ImmutableArray<ReviewRecord> reviews) =>
        Audit.With<NoAccessReview>(tenant, reviews);

    private static AuditResult Judged(int daysAgo, params (string Rule, string MaxDays)[] limits) =>
        Audit.Judge(
            Direct,
            AuditConfiguration.Empty with
            {
                Rules = limits.ToImmutableSortedDictionary(
                    one => one.Rule,
                    one =>
                        RuleChange.None with
                        {
                            Parameters = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(
                                "maxDays",
                                [one.MaxDays]
                            ),
                        },
                    StringComparer.Ordinal
                ),
            },
            [Signed(Direct, daysAgo: daysAgo)],
            new NoAccessReview(),
            new ReviewTooRare()
        );

    private static ReviewRecord Signed(
        TenantSnapshot asked,
        ReviewDecision decision = ReviewDecision.Keep,
        int daysAgo = 7
    ) => Answered(asked, AReview.Answer(decision, "Zoe Kern", Today.AddDays(-daysAgo)));

    private static ReviewRecord Answered(TenantSnapshot asked, ReviewAnswer answer) =>
        AReview.Answered(asked, _ => answer);

    private static TenantSnapshot Renamed(string? name) =>
        Direct with
        {
            Users =
            [
                .. Direct.Users.Select(user => user.DisplayName is Ines ? user with { DisplayName = name } : user),
            ],
        };
}
