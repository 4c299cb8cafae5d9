using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class BundleOfOneTests
{
    private const string Group = "RAG - Reports on Demand";
    private const string Reports = "Reports Reader";
    private const string Unit = "/administrativeUnits/0f0e0d0c-0b0a-4908-8706-050403020100";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ines Falk")
        .Groups(Group)
        .EligibleMember(Group, "Ines Falk")
        .Assigned(Group, Reports);

    [Test]
    public void Reports_a_group_of_approach_2_with_one_role()
    {
        var run = Audit.With<BundleOfOne>(Tenant);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Group,
                            "Approach 2 with a single role",
                            "Approach 1 for a single role, or several roles in the bundle"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Group, Severity.Info) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Group):D}" }));
        }
    }

    [Test]
    public void Passes_two_roles() =>
        Assert.That(
            Audit.With<BundleOfOne>(Tenant.Assigned(Group, "Message Center Reader")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Takes_one_role_at_two_scopes_for_one() =>
        Assert.That(
            Audit.With<BundleOfOne>(Tenant.Assigned(Group, Reports, scope: Unit)).Subjects,
            Is.EqualTo(new[] { Group })
        );

    /// <summary>Somebody at work makes no bundle permanent, and no other approach.</summary>
    [Test]
    public void Reports_it_while_somebody_is_at_work() =>
        Assert.That(
            Audit.With<BundleOfOne>(Tenant.ActivatedMember(Group, "Ines Falk")).Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Does_not_look_at_approach_1() =>
        Assert.That(
            Audit
                .With<BundleOfOne>(
                    A.Tenant.Users("Ines Falk").Groups(Group).Member(Group, "Ines Falk").Eligible(Group, Reports)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_a_group_whose_members_stand() =>
        Assert.That(
            Audit
                .With<BundleOfOne>(
                    A.Tenant.Users("Ines Falk").Groups(Group).Member(Group, "Ines Falk").Assigned(Group, Reports)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    /// <summary>PIM304 speaks of it.</summary>
    [Test]
    public void Does_not_look_at_a_group_that_mixes() =>
        Assert.That(
            Audit.With<BundleOfOne>(Tenant.Eligible(Group, Reports)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Counts_a_role_for_which_the_group_is_eligible() =>
        Assert.That(Audit.With<BundleOfOne>(Tenant.Eligible(Group, "Message Center Reader")).Findings, Is.Empty);

    [Test]
    public void Skips_a_group_with_nobody_in_it() =>
        Assert.That(
            Audit.With<BundleOfOne>(A.Tenant.Groups(Group).Assigned(Group, Reports)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Is_blind_where_the_approach_is_unknown()
    {
        var run = Audit.With<BundleOfOne>(Tenant.Lose(SnapshotParts.GroupEligibilities, A.Id(Group)));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Is_blind_where_the_holder_was_not_read() =>
        Assert.That(
            Audit.With<BundleOfOne>(Tenant.Lose(SnapshotParts.Principals, A.Id(Group))).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    public void Is_not_evaluated_without_a_list(SnapshotParts part) =>
        Assert.That(Audit.With<BundleOfOne>(Tenant.Lose(part)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));
}
