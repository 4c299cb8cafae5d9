using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class DuplicateEligibilityTests
{
    private const string Ines = "Ines Falk";
    private const string Exchange = "Exchange Administrator";
    private const string First = "RAG - Exchange Admins";
    private const string Second = "RAG - Messaging";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users(Ines, "Mira Solberg").Groups(First, Second);
    private static readonly TenantSnapshot TwoGroups = Tenant
        .Eligible(First, Exchange)
        .Member(First, Ines)
        .Eligible(Second, Exchange)
        .Member(Second, Ines);

    [Test]
    public void Reports_a_user_who_is_eligible_through_two_groups()
    {
        var run = Run(TwoGroups);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Subjects, Is.EqualTo(new[] { Ines }));
            Assert.That(run.Said.Single().Observed, Does.Contain($"through {First}").And.Contain($"through {Second}"));
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", "scope:/", $"user:{A.Id(Ines):D}" })
            );
            Assert.That(run.Findings.Single().Fix.Command, Is.Null);
        }
    }

    [Test]
    public void Removes_the_assignment_on_the_user_where_there_is_a_group_too()
    {
        var run = Run(Tenant.Eligible(First, Exchange).Member(First, Ines).Eligible(Ines, Exchange));

        Assert.That(
            run.Findings.Single().Fix.Command,
            Does.Contain("RoleEligibilityScheduleRequest").And.Contain($"{A.Id(Ines):D}")
        );
    }

    [Test]
    public void One_path_is_no_duplicate() =>
        Assert.That(Run(Tenant.Eligible(First, Exchange).Member(First, Ines)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void A_path_at_work_beside_its_eligibility_is_no_duplicate() =>
        Assert.That(
            Run(Tenant.Eligible(First, Exchange).Member(First, Ines).Activated(Ines, Exchange, through: First)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void The_same_role_at_two_scopes_is_no_duplicate() =>
        Assert.That(
            Run(
                Tenant
                    .Eligible(Ines, Exchange)
                    .Eligible(Ines, Exchange, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    /// <summary>The group is eligible and its members are too: PIM304.</summary>
    [Test]
    public void A_group_of_mixed_approach_does_not_count() =>
        Assert.That(Run(TwoGroups.EligibleMember(Second, "Mira Solberg")).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Blind_when_a_group_may_be_mixed() =>
        Assert.That(
            Run(TwoGroups.Lose(SnapshotParts.GroupAssignments, A.Id(Second))).Blind,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Blind_on_a_group_whose_members_were_not_read() =>
        Assert.That(Run(TwoGroups.Lose(SnapshotParts.GroupMembers, A.Id(Second))).Blind, Does.Contain(Second));

    [Test]
    public void Emergency_accounts_are_left_out() =>
        Assert.That(Run(TwoGroups.Emergency(Ines)).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Not_evaluated_without_the_eligible_assignments() =>
        Assert.That(
            Run(TwoGroups.Lose(SnapshotParts.EligibleAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<DuplicateEligibility>(tenant);
}
