using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EligibilityWithoutEndTests
{
    private const string Ines = "Ines Falk";
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Global Admins";
    private const string Inner = "RAG - Inner";

    private static readonly TimeSpan Long = TimeSpan.FromDays(3000);
    private static readonly TenantSnapshot Tenant = A.Tenant.Users(Ines, "Mira Solberg").Groups(Group, Inner);

    [Test]
    public void Reports_an_eligible_assignment_without_end()
    {
        var run = Run(Tenant.Eligible(Ines, Global));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Said, Is.EqualTo(new[] { (Ines, "eligible without end", "eligible until a date") }));
            Assert.That(run.Severities, Is.EqualTo(new[] { (Ines, Severity.Medium) }));
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role(Global):D}", "scope:/", $"user:{A.Id(Ines):D}" })
            );
            Assert.That(run.Findings.Single().Fix.Command, Does.Contain("'adminUpdate'").And.Contain("P180D"));
        }
    }

    [Test]
    public void Reports_a_group_that_is_eligible_without_end_and_not_its_permanent_members() =>
        Assert.That(Run(Tenant.Eligible(Group, Global).Member(Group, Ines)).Subjects, Is.EqualTo(new[] { Group }));

    [Test]
    public void Reports_an_eligible_membership_that_leads_to_the_role()
    {
        var run = Run(Tenant.Assigned(Group, Global).EligibleMember(Group, Ines));

        Assert.That(
            (run.Subjects.Single(), string.Join(' ', run.Identity)),
            Is.EqualTo((Ines, $"group:{A.Id(Group):D} user:{A.Id(Ines):D}"))
        );
    }

    [Test]
    public void Reports_an_eligible_membership_of_a_group_inside_the_group() =>
        Assert.That(
            Run(Tenant.Assigned(Group, Global).EligibleMember(Group, Inner, Long).EligibleMember(Inner, Ines)).Subjects,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Any_end_is_an_end() =>
        Assert.That(
            Run(
                Tenant.Eligible(Ines, Global, Long).Assigned(Group, Global).EligibleMember(Group, "Mira Solberg", Long)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Other_roles_may_be_without_end() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, "Exchange Administrator")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void An_eligible_ownership_is_not_looked_at() =>
        Assert.That(
            Run(Tenant.Assigned(Group, Global).EligibleOwner(Group, Ines)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Exempt_grants_are_left_out() =>
        Assert.That(
            Run(
                Tenant
                    .Emergency(Ines)
                    .Eligible(Ines, Global)
                    .Eligible(Group, Global)
                    .Member(Group, Ines)
                    .Assigned(Inner, Global)
                    .EligibleMember(Inner, Ines)
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void A_group_with_somebody_else_beside_the_emergency_account_is_not_exempt() =>
        Assert.That(
            Run(
                Tenant.Emergency(Ines).Eligible(Group, Global).Member(Group, Ines).Member(Group, "Mira Solberg")
            ).Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Blind_on_a_group_that_may_hold_the_emergency_account_alone() =>
        Assert.That(
            Run(
                Tenant
                    .Emergency(Ines)
                    .Eligible(Group, Global)
                    .Member(Group, Ines)
                    .Lose(SnapshotParts.GroupMembers, A.Id(Group))
            )
                .Blind.Distinct(),
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void An_emergency_account_that_was_not_read_is_one_all_the_same() =>
        Assert.That(
            Run(Tenant.Emergency(Ines).Eligible(Ines, Global).Lose(SnapshotParts.Principals, A.Id(Ines))).Findings,
            Is.Empty
        );

    [Test]
    public void Blind_on_a_principal_that_was_not_read() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Global).Lose(SnapshotParts.Principals, A.Id(Ines))).Blind.Distinct(),
            Is.EqualTo(new[] { A.Id(Ines).ToString("D") })
        );

    [Test]
    public void Blind_on_a_group_whose_eligible_members_were_not_read() =>
        Assert.That(
            Run(
                Tenant
                    .Assigned(Group, Global)
                    .EligibleMember(Group, Ines)
                    .Lose(SnapshotParts.GroupEligibilities, A.Id(Group))
            ).Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Not_evaluated_without_the_eligible_assignments() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Global).Lose(SnapshotParts.EligibleAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EligibilityWithoutEnd>(tenant);
}
