using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ReviewTooRareTests
{
    private const string Exchange = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ines Falk").Eligible("Ines Falk", Exchange);

    [TestCase(30.5)]
    [TestCase(91.5)]
    [TestCase(92)]
    public void Silent_up_to_the_limit(double days) =>
        Assert.That(Run(Every(days)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(93, "every 93 days")]
    [TestCase(183, "every 183 days")]
    public void Reports_a_review_that_recurs_less_often(double days, string observed)
    {
        var run = Run(Every(days));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(new[] { ("Review of Exchange Administrator", observed, "at least every 92 days") })
            );
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"accessReview:{A.Id("Review of Exchange Administrator"):D}" })
            );
        }
    }

    [Test]
    public void Not_applicable_without_a_covering_review() =>
        Assert.That(Run(Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Does_not_look_at_reviews_of_other_things() =>
        Assert.That(
            Run(
                Tenant.RoleReview("Global Reader", review => review with { Recurrence = new(365, null, null) })
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_when_the_state_of_a_rare_review_was_not_told() =>
        Assert.That(
            Run(
                Tenant.RoleReview(Exchange, review => review with { Status = null, Recurrence = new(365, null, null) })
            ).Blind,
            Is.EqualTo(new[] { "Review of Exchange Administrator" })
        );

    /// <summary>It reviews somebody who may become a member there, if there is anybody.</summary>
    [Test]
    public void Blind_on_a_rare_review_of_a_nested_group_whose_eligible_people_were_not_read() =>
        Assert.That(
            Run(
                A.Tenant.Groups("RAG - Outer", "Inner")
                    .Assigned("RAG - Outer", Exchange)
                    .Member("RAG - Outer", "Inner")
                    .GroupReview("Inner", review => review with { Recurrence = new(365, null, null) })
                    .Gap(SnapshotParts.GroupEligibilities, "Inner")
            ).Blind,
            Is.EqualTo(new[] { "Review of Inner" })
        );

    private static TenantSnapshot Every(double days) =>
        Tenant.RoleReview(Exchange, review => review with { Recurrence = new(days, null, null) });

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<ReviewTooRare>(tenant);
}
