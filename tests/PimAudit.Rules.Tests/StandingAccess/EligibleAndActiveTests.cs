using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EligibleAndActiveTests
{
    private const string Ines = "Ines Falk";
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users(Ines).Groups(Group);

    [Test]
    public void Reports_a_role_that_is_eligible_and_stands()
    {
        var run = Run(Tenant.Eligible(Ines, Exchange).Assigned(Ines, Exchange));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Said, Is.EqualTo(new[] { (Ines, "active directly, eligible directly", "eligible alone") }));
            Assert.That(run.Severities, Is.EqualTo(new[] { (Ines, Severity.Low) }));
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", "scope:/", $"user:{A.Id(Ines):D}" })
            );
            Assert.That(
                run.Findings.Single().Fix.Command,
                Does.Contain("'adminRemove'").And.Contain($"{A.Id(Ines):D}")
            );
        }
    }

    [Test]
    public void Looks_at_paths_and_not_at_rows() =>
        Assert.That(
            Run(
                Tenant.Eligible(Group, Exchange).Member(Group, Ines).Assigned(Ines, Exchange, TimeSpan.FromDays(5))
            ).Said,
            Is.EqualTo(new[] { (Ines, $"active directly, eligible through {Group}", "eligible alone") })
        );

    [Test]
    public void Finds_both_in_one_group_without_a_command_for_the_user()
    {
        var run = Run(Tenant.Assigned(Group, Exchange).Member(Group, Ines).EligibleMember(Group, Ines));

        Assert.That(
            (run.Said.Single().Observed, run.Findings.Single().Fix.Command),
            Is.EqualTo(($"active through {Group}, eligible through {Group}", (string?)null))
        );
    }

    [Test]
    public void Somebody_at_work_is_eligible_alone() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Exchange).Activated(Ines, Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Another_role_and_another_scope_are_other_grants() =>
        Assert.That(
            Run(
                Tenant
                    .Eligible(Ines, Exchange)
                    .Assigned(Ines, "Teams Administrator")
                    .Assigned(Ines, Exchange, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Emergency_accounts_are_left_out() =>
        Assert.That(
            Run(Tenant.Emergency(Ines).Eligible(Ines, Exchange).Assigned(Ines, Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_when_pim_does_not_tell_whether_an_eligible_person_was_assigned() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Exchange).AssignedUnlisted(Ines, Exchange)).Blind,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Not_blind_about_an_unlisted_assignment_of_somebody_who_is_not_eligible() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Exchange).AssignedUnlisted(Ines, "Teams Administrator")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_when_it_is_not_known_whether_a_membership_stands() =>
        Assert.That(
            Run(
                Tenant
                    .Eligible(Ines, Exchange)
                    .Assigned(Group, Exchange)
                    .Member(Group, Ines)
                    .Lose(SnapshotParts.GroupAssignments, A.Id(Group))
            ).Blind,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Blind_on_a_group_whose_members_were_not_read() =>
        Assert.That(
            Run(Tenant.Eligible(Group, Exchange).Lose(SnapshotParts.GroupMembers, A.Id(Group))).Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Not_evaluated_without_the_eligible_assignments() =>
        Assert.That(
            Run(Tenant.Assigned(Ines, Exchange).Lose(SnapshotParts.EligibleAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EligibleAndActive>(tenant);
}
