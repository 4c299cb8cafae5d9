using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ReviewWithoutEffectTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Name = "Review of Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ines Falk")
        .Groups("RAG - Exchange Admins")
        .Eligible("Ines Falk", Exchange);

    [Test]
    public void Silent_on_a_review_that_others_answer_and_that_applies_itself() =>
        Assert.That(Run(review => review).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_decisions_that_nobody_applies()
    {
        var run = Run(review => review with { AppliesDecisions = false });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Name,
                            "decisions are not applied",
                            "decisions applied by themselves, reviewers other than the reviewed"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Name, Severity.Medium) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"accessReview:{A.Id(Name):D}" }));
        }
    }

    [Test]
    public void Reports_people_who_review_themselves() =>
        Assert.That(
            Run(review => review with { SelfReview = true }).Said.Single().Observed,
            Is.EqualTo("people review themselves")
        );

    [Test]
    public void Says_everything_about_a_review_in_one_finding() =>
        Assert.That(
            Run(review => review with { SelfReview = true, AppliesDecisions = false }, "remove").Said,
            Is.EqualTo(
                new[]
                {
                    (
                        Name,
                        "decisions are not applied; silence means keep; people review themselves",
                        "decisions applied by themselves, reviewers other than the reviewed, silence means remove"
                    ),
                }
            )
        );

    [TestCase(false, null, "keep")]
    [TestCase(true, "None", "keep")]
    [TestCase(true, "Approve", "keep")]
    [TestCase(true, "Deny", "remove")]
    [TestCase(true, "Recommendation", "recommendation")]
    public void Knows_what_silence_means(bool applies, string? decision, string meaning)
    {
        var outcomes = new[] { "any", "keep", "remove", "recommendation" }.Select(silence =>
            (silence, Run(Silence(applies, decision), silence).Outcome)
        );

        Assert.That(
            outcomes.Where(pair => pair.Outcome is RuleOutcome.Pass).Select(pair => pair.silence),
            Is.EqualTo(new[] { "any", meaning })
        );
    }

    [TestCase(null, null)]
    [TestCase(true, null)]
    [TestCase(true, "SomethingNew")]
    public void Blind_on_what_silence_means_only_when_asked_about_it(bool? applies, string? decision) =>
        Assert.That(
            (Run(Silence(applies, decision)).Outcome, Run(Silence(applies, decision), "remove").Outcome),
            Is.EqualTo((RuleOutcome.Pass, RuleOutcome.NotEvaluated))
        );

    [Test]
    public void Blind_when_it_was_not_told_whether_decisions_are_applied() =>
        Assert.That(Run(review => review with { AppliesDecisions = null }).Blind, Is.EqualTo(new[] { Name }));

    [Test]
    public void What_was_not_told_hides_no_other_fault() =>
        Assert.That(
            Run(review => review with { AppliesDecisions = null, SelfReview = true }).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [Test]
    public void Blind_when_the_state_of_the_review_was_not_told() =>
        Assert.That(
            Run(review => review with { AppliesDecisions = false, Status = null }).Blind,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Blind_on_a_review_that_covers_only_people_who_may_not_be_there() =>
        Assert.That(
            Audit
                .With<ReviewWithoutEffect>(
                    A.Tenant.Groups("RAG - Exchange Admins")
                        .Eligible("RAG - Exchange Admins", Exchange)
                        .Lose(SnapshotParts.GroupMembers, A.Id("RAG - Exchange Admins"))
                        .RoleReview(Exchange, review => review with { AppliesDecisions = false })
                )
                .Blind,
            Is.EqualTo(new[] { Name })
        );

    [Test]
    public void Not_applicable_without_a_covering_review() =>
        Assert.That(
            Audit
                .With<ReviewWithoutEffect>(
                    Tenant.RoleReview("Global Reader", review => review with { AppliesDecisions = false })
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Not_evaluated_when_the_reviews_were_refused() =>
        Assert.That(
            Audit.With<ReviewWithoutEffect>(Tenant.Lose(SnapshotParts.AccessReviews)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static Func<AccessReview, AccessReview> Silence(bool? applies, string? decision) =>
        review => review with { AppliesDefault = applies, DefaultDecision = decision };

    private static RuleRun Run(Func<AccessReview, AccessReview> change, string silence = "any") =>
        Audit.With<ReviewWithoutEffect>(Tenant.RoleReview(Exchange, change), ("silence", silence));
}
