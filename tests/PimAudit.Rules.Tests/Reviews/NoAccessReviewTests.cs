using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class NoAccessReviewTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Reader = "Message Center Reader";
    private const string Group = "RAG - Exchange Admins";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ines Falk").Groups(Group);
    private static readonly TenantSnapshot Direct = Tenant.Eligible("Ines Falk", Exchange);
    private static readonly TenantSnapshot Approach1 = Tenant.Eligible(Group, Exchange).Member(Group, "Ines Falk");
    private static readonly TenantSnapshot Approach2 = Tenant
        .Assigned(Group, Exchange)
        .EligibleMember(Group, "Ines Falk");

    [TestCase(Exchange, Severity.High)]
    [TestCase(Reader, Severity.Medium)]
    public void Reports_a_role_with_eligible_holders_that_nobody_reviews(string role, Severity severity) =>
        Assert.That(Run(Tenant.Eligible("Ines Falk", role)).Severities, Is.EqualTo(new[] { (role, severity) }));

    [Test]
    public void Names_role_and_scope_and_the_uncovered_group()
    {
        var run = Run(Approach2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", "scope:/" }));
            Assert.That(run.Findings.Single().Related.Select(one => one.Object.Label), Is.EqualTo(new[] { Group }));
        }
    }

    [Test]
    public void A_review_of_the_role_covers_direct_holders_and_members_of_an_eligible_group() =>
        Assert.That(
            Run(Approach1.Eligible("Ines Falk", Exchange).RoleReview(Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void A_review_of_the_group_covers_members_of_an_eligible_group() =>
        Assert.That(Run(Approach1.GroupReview(Group)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void A_review_of_the_role_does_not_cover_eligible_members_of_a_group() =>
        Assert.That(Run(Approach2.RoleReview(Exchange)).Subjects, Is.EqualTo(new[] { Exchange }));

    [Test]
    public void A_review_of_the_group_covers_its_eligible_members() =>
        Assert.That(Run(Approach2.GroupReview(Group)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void A_review_of_a_group_does_not_cover_direct_holders() =>
        Assert.That(
            Run(Approach1.Eligible("Ines Falk", Exchange).GroupReview(Group)).Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [TestCase(ReviewedPopulation.GuestsOnly)]
    [TestCase(ReviewedPopulation.ServicePrincipalsOnly)]
    [TestCase(ReviewedPopulation.Unclear)]
    public void A_review_of_some_is_none(ReviewedPopulation population) =>
        Assert.That(
            Run(
                Direct.RoleReview(
                    Exchange,
                    review => review with { Targets = [review.Targets[0] with { Population = population }] }
                )
            ).Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [TestCase(ReviewedAssignments.ActiveOnly, RuleOutcome.Fail)]
    [TestCase(ReviewedAssignments.EligibleOnly, RuleOutcome.Pass)]
    public void A_review_of_active_assignments_only_is_none(ReviewedAssignments assignments, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Direct.RoleReview(
                    Exchange,
                    review => review with { Targets = [review.Targets[0] with { Assignments = assignments }] }
                )
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void A_review_without_reviewers_is_none() =>
        Assert.That(
            Run(Direct.RoleReview(Exchange, review => review with { HasReviewers = false })).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [Test]
    public void A_review_that_happens_once_is_none() =>
        Assert.That(Run(Recurring(new(EveryDays: null, null, null))).Outcome, Is.EqualTo(RuleOutcome.Fail));

    [TestCase("2026-09-30", RuleOutcome.Fail)]
    [TestCase("2026-10-01", RuleOutcome.Pass)]
    public void A_review_runs_up_to_and_including_its_last_day(string last, RuleOutcome outcome) =>
        Assert.That(Run(Recurring(new(91.5, DateOnly.Parse(last), null))).Outcome, Is.EqualTo(outcome));

    [TestCase("2026-10-01", RuleOutcome.Pass)]
    [TestCase("2026-10-02", RuleOutcome.Fail)]
    public void A_review_runs_from_its_first_day(string first, RuleOutcome outcome) =>
        Assert.That(Run(Recurring(new(91.5, null, DateOnly.Parse(first)))).Outcome, Is.EqualTo(outcome));

    [TestCase("Completed", RuleOutcome.Fail)]
    [TestCase("NotStarted", RuleOutcome.Fail)]
    [TestCase("AutoReviewed", RuleOutcome.Pass)]
    [TestCase(null, RuleOutcome.NotEvaluated)]
    public void Tells_a_running_review_by_its_status(string? status, RuleOutcome outcome) =>
        Assert.That(
            Run(Direct.RoleReview(Exchange, review => review with { Status = status })).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Emergency_accounts_are_no_eligible_holders() =>
        Assert.That(Run(Direct.Emergency("Ines Falk")).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Standing_holders_are_no_eligible_holders() =>
        Assert.That(Run(Tenant.Assigned("Ines Falk", Exchange)).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Blind_on_a_role_behind_whose_group_somebody_may_stand() =>
        Assert.That(
            Run(Tenant.Eligible(Group, Exchange).Gap(SnapshotParts.GroupMembers, Group)).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Not_blind_when_everybody_in_that_group_is_reviewed_anyway() =>
        Assert.That(
            Run(Approach1.Gap(SnapshotParts.GroupMembers, Group).GroupReview(Group)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Looks_at_privileged_roles_alone_when_asked_to() =>
        Assert.That(
            Audit.With<NoAccessReview>(Direct.Eligible("Ines Falk", Reader), ("roles", "privileged")).Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Not_evaluated_when_the_reviews_were_refused() =>
        Assert.That(Run(Direct.Refuse(SnapshotParts.AccessReviews)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    private static TenantSnapshot Recurring(ReviewRecurrence recurrence) =>
        Direct.RoleReview(Exchange, review => review with { Recurrence = recurrence });

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<NoAccessReview>(tenant);
}
