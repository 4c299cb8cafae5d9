using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ToxicCombinationTests
{
    private const string Ines = "Ines Falk";
    private const string Security = "Security Administrator";
    private const string Application = "Application Administrator";
    private const string Group = "RAG - Applications";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users(Ines, "Mira Solberg").Groups(Group);
    private static readonly TenantSnapshot Both = Tenant
        .Eligible(Ines, Security)
        .Eligible(Group, Application)
        .Member(Group, Ines);

    [Test]
    public void Reports_a_person_who_reaches_both_roles()
    {
        var run = Run(Both);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (Ines, $"{Security} directly; {Application} through {Group}", "at most one of the two roles"),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Ines, Severity.Medium) }));
            Assert.That(
                run.Identity,
                Is.EquivalentTo(
                    new[] { $"role:{A.Role(Security):D}", $"role:{A.Role(Application):D}", $"user:{A.Id(Ines):D}" }
                )
            );
        }
    }

    [Test]
    public void The_order_in_which_a_pair_is_written_says_nothing() =>
        Assert.That(
            Audit
                .With<ToxicCombination>(Both, ("pairs", $"{Pair(Application, Security)},{Pair(Security, Application)}"))
                .Subjects,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Any_scope_counts() =>
        Assert.That(
            Run(
                Tenant
                    .Assigned(Ines, Security)
                    .Eligible(Ines, Application, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}")
            ).Subjects,
            Is.EqualTo(new[] { Ines })
        );

    [Test]
    public void Two_people_with_one_role_each_are_kept_apart() =>
        Assert.That(
            Run(Tenant.Eligible(Ines, Security).Eligible("Mira Solberg", Application)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_applicable_without_pairs() =>
        Assert.That(Audit.With<ToxicCombination>(Both).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Emergency_accounts_are_left_out() =>
        Assert.That(Run(Both.Emergency(Ines)).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Blind_on_a_grant_behind_which_somebody_may_stand() =>
        Assert.That(
            Run(
                Both.Lose(SnapshotParts.GroupMembers, A.Id(Group)).Lose(SnapshotParts.GroupAssignments, A.Id(Group))
            ).Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Not_blind_where_nobody_can_hold_the_other_role() =>
        Assert.That(
            Run(Tenant.Eligible(Group, Application).Lose(SnapshotParts.GroupMembers, A.Id(Group))).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Not_evaluated_without_the_eligible_assignments() =>
        Assert.That(Run(Both.Lose(SnapshotParts.EligibleAssignments)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    private static string Pair(string one, string other) => $"{A.Role(one):D}+{A.Role(other):D}";

    private static RuleRun Run(TenantSnapshot tenant) =>
        Audit.With<ToxicCombination>(tenant, ("pairs", Pair(Security, Application)));
}
