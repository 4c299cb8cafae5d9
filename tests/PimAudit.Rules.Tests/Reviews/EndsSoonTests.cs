using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EndsSoonTests
{
    private const string Ines = "Ines Falk";
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users(Ines, "Mira Solberg").Groups(Group, "RAG - Inner");

    [TestCase(14, RuleOutcome.Fail)]
    [TestCase(14.001, RuleOutcome.Pass)]
    public void Fourteen_days_before_the_end_are_soon(double days, RuleOutcome outcome) =>
        Assert.That(Run(Tenant.Eligible(Ines, Exchange, TimeSpan.FromDays(days))).Outcome, Is.EqualTo(outcome));

    [TestCase(30, RuleOutcome.Fail)]
    [TestCase(30.001, RuleOutcome.Pass)]
    public void For_a_group_thirty_days_are_soon(double days, RuleOutcome outcome) =>
        Assert.That(Run(Tenant.Eligible(Group, Exchange, TimeSpan.FromDays(days))).Outcome, Is.EqualTo(outcome));

    [TestCase(14, RuleOutcome.Fail)]
    [TestCase(14.001, RuleOutcome.Pass)]
    public void For_a_person_in_a_group_fourteen_days_are_soon(double days, RuleOutcome outcome) =>
        Assert.That(
            Run(Tenant.Assigned(Group, Exchange).EligibleMember(Group, Ines, TimeSpan.FromDays(days))).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Names_the_moment_and_the_window()
    {
        var run = Run(Tenant.Eligible(Ines, Exchange, TimeSpan.FromDays(3)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Ines,
                            $"eligible for {Exchange} until 2026-10-04 06:00 UTC",
                            "extended, or let go on purpose, more than 14 days before the end"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Ines, Severity.Info) }));
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", "scope:/", $"user:{A.Id(Ines):D}" })
            );
        }
    }

    [Test]
    public void Looks_at_standing_assignments_too() =>
        Assert.That(
            Run(Tenant.Assigned(Ines, Exchange, TimeSpan.FromDays(3))).Said.Single().Observed,
            Is.EqualTo($"assigned to {Exchange} until 2026-10-04 06:00 UTC")
        );

    [Test]
    public void Looks_at_both_sides_of_a_group_in_one_finding()
    {
        var run = Run(
            Tenant
                .Assigned(Group, Exchange)
                .Member(Group, Ines, TimeSpan.FromDays(5))
                .EligibleOwner(Group, Ines, TimeSpan.FromDays(4))
        );

        Assert.That(
            (run.Said.Single().Observed, string.Join(' ', run.Identity)),
            Is.EqualTo(
                (
                    $"eligible as owner of {Group} until 2026-10-05 06:00 UTC; assigned as member of {Group} until 2026-10-06 06:00 UTC",
                    $"group:{A.Id(Group):D} user:{A.Id(Ines):D}"
                )
            )
        );
    }

    [Test]
    public void An_activation_is_no_assignment() =>
        Assert.That(
            Run(
                Tenant
                    .Eligible(Ines, Exchange)
                    .Activated(Ines, Exchange)
                    .Assigned(Group, Exchange)
                    .EligibleMember(Group, "Mira Solberg")
                    .ActivatedMember(Group, "Mira Solberg")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Exempt_grants_are_left_out() =>
        Assert.That(
            Run(
                Tenant
                    .Emergency(Ines)
                    .Eligible(Ines, Exchange, TimeSpan.FromDays(3))
                    .Eligible(Group, Exchange, TimeSpan.FromDays(3))
                    .Member(Group, Ines, TimeSpan.FromDays(3))
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_on_a_principal_that_may_be_a_group() =>
        Assert.That(
            Run(Tenant.Eligible(Group, Exchange, TimeSpan.FromDays(20)).Lose(SnapshotParts.Principals, A.Id(Group)))
                .Blind.Distinct(),
            Is.EqualTo(new[] { A.Id(Group).ToString("D") })
        );

    [Test]
    public void Sends_to_the_page_of_roles_for_an_assignment()
    {
        var finding = Run(Tenant.Eligible(Ines, Exchange, TimeSpan.FromDays(3))).Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((finding.Role?.Label, finding.Scope), Is.EqualTo((Exchange, "/")));
            Assert.That(finding.Fix.Steps[1], Does.Contain("Microsoft Entra roles, Assignments"));
        }
    }

    [Test]
    public void Sends_to_the_page_of_groups_for_a_membership()
    {
        var finding = Run(Tenant.Assigned(Group, Exchange).EligibleMember(Group, Ines, TimeSpan.FromDays(3)))
            .Findings.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((finding.Role, finding.Scope), Is.EqualTo(((ObjectRef?)null, (string?)null)));
            Assert.That(finding.Fix.Steps[1], Does.Contain("Groups, select this group"));
        }
    }

    [Test]
    public void Counts_each_role_of_a_person_alone() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Exchange).Eligible(Ines, "Reports Reader")).Result.Counts.Judged,
            Is.EqualTo(2)
        );

    /// <summary>The wider of the two windows: what ends in twenty days ends soon for a group.</summary>
    [Test]
    public void Judges_no_role_of_a_principal_that_may_be_a_group()
    {
        var counts = Run(
            Tenant
                .Eligible(Group, Exchange, TimeSpan.FromDays(20))
                .Eligible(Group, "Reports Reader", TimeSpan.FromDays(20))
                .Lose(SnapshotParts.Principals, A.Id(Group))
        ).Result.Counts;

        Assert.That((counts.Judged, counts.Blind), Is.EqualTo((0, 3)));
    }

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.GroupAssignments)]
    public void Blind_on_a_group_of_which_a_list_was_not_read(SnapshotParts part) =>
        Assert.That(
            Run(Tenant.Eligible(Group, Exchange).Member(Group, Ines).Lose(part, A.Id(Group))).Blind,
            Is.EqualTo(new[] { Group })
        );

    /// <summary>The directory tells no end of an ownership.</summary>
    [Test]
    public void Not_blind_without_the_directorys_list_of_owners() =>
        Assert.That(
            Run(
                Tenant.Eligible(Group, Exchange).Member(Group, Ines).Lose(SnapshotParts.GroupOwners, A.Id(Group))
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    public void Not_evaluated_without_a_list_of_ends(SnapshotParts part) =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Exchange, TimeSpan.FromDays(3)).Lose(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Takes_both_windows_from_the_profile() =>
        Assert.That(
            Audit
                .With<EndsSoon>(
                    Tenant
                        .Eligible(Ines, Exchange, TimeSpan.FromDays(3))
                        .Eligible(Group, Exchange, TimeSpan.FromDays(3)),
                    ("days", "2"),
                    ("groupDays", "3")
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EndsSoon>(tenant);
}
