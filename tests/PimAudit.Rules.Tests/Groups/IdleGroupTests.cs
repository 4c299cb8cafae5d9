using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class IdleGroupTests
{
    private const string Group = "RAG - Mail";
    private const string Exchange = "Exchange Administrator";
    private const string Unit = "/administrativeUnits/0f0e0d0c-0b0a-4908-8706-050403020100";

    private static readonly (string, string) ReportUnused = ("reportUnused", "true");

    [Test]
    public void Reports_an_empty_group_that_is_active_on_a_role() =>
        Assert.That(
            Audit.With<IdleGroup>(A.Tenant.Groups(Group).Assigned(Group, Exchange)).Said,
            Is.EqualTo(
                new[] { (Group, "Exchange Administrator; no member, standing or eligible", "members, or no role") }
            )
        );

    [Test]
    public void Reports_an_empty_group_that_is_eligible_for_a_role()
    {
        var run = Audit.With<IdleGroup>(
            A.Tenant.Groups(Group).Eligible(Group, Exchange).Eligible(Group, Exchange, scope: Unit)
        );

        Assert.That(
            (run.Severities, run.Identity),
            Is.EqualTo((new[] { (Group, Severity.Low) }, new[] { $"group:{A.Id(Group):D}" }))
        );
    }

    [Test]
    public void Reports_a_group_that_holds_only_an_empty_group() =>
        Assert.That(
            Audit
                .With<IdleGroup>(A.Tenant.Groups(Group, "Inner").Member(Group, "Inner").Assigned(Group, Exchange))
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    /// <summary>An owner holds nothing.</summary>
    [Test]
    public void Reports_a_group_with_an_owner_and_no_member() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Users("Ines Falk").Groups(Group).Owner(Group, "Ines Falk").Assigned(Group, Exchange)
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    /// <summary>A just-in-time group of people who are all at home is no empty one.</summary>
    [Test]
    public void Passes_a_group_with_eligible_members_alone() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Users("Ines Falk")
                        .Groups(Group)
                        .EligibleMember(Group, "Ines Falk")
                        .Assigned(Group, Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Passes_a_group_with_somebody_in_a_nested_group() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Users("Ines Falk")
                        .Groups(Group, "Inner")
                        .Member(Group, "Inner")
                        .Member("Inner", "Ines Falk")
                        .Eligible(Group, Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Passes_a_group_with_an_emergency_account_alone() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.EmergencyAccounts("Glass 1")
                        .Groups(Group)
                        .Member(Group, "Glass 1")
                        .Assigned(Group, "Global Administrator")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_a_deleted_group_to_another_rule() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Eligible(Group, Exchange) with
                    {
                        DeletedObjects = [new(A.Id(Group), ObjectKind.Group, Group, A.TakenAt.AddDays(-3))],
                    }
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_groups_without_a_role() =>
        Assert.That(Audit.With<IdleGroup>(WithPeople()).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Reports_people_without_a_role_where_it_is_asked_to() =>
        Assert.That(
            Audit.With<IdleGroup>(WithPeople(), ReportUnused).Said,
            Is.EqualTo(
                new[] { (Group, "2 people and workloads, no Entra role, no approval", "a role, or no such group") }
            )
        );

    [Test]
    public void Passes_a_group_that_is_empty_and_without_a_role() =>
        Assert.That(Audit.With<IdleGroup>(A.Tenant.Groups(Group), ReportUnused).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Does_not_count_an_ordinary_group_as_unused() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Users("Ines Falk")
                        .Group(Group, group => group with { IsRoleAssignable = false })
                        .Member(Group, "Ines Falk"),
                    ReportUnused
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Takes_approvers_for_a_use() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    WithPeople()
                        .Settings(
                            Exchange,
                            settings =>
                                settings with
                                {
                                    Approvers = [new(ApproverKind.Group, A.Id(Group), Group, IsBackup: false)],
                                }
                        ),
                    ReportUnused
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Takes_a_way_through_another_group_for_a_use() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    WithPeople().Groups("RAG - Outer").Member("RAG - Outer", Group).Eligible("RAG - Outer", Exchange),
                    ReportUnused
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(SnapshotParts.RoleSettings)]
    [TestCase(SnapshotParts.GroupSettings)]
    public void Is_blind_where_an_unused_group_may_approve_something(SnapshotParts part)
    {
        var run = Audit.With<IdleGroup>(WithPeople().Lose(part, A.Id("somebody")), ReportUnused);

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Is_blind_where_an_unused_group_may_lie_in_another()
    {
        var run = Audit.With<IdleGroup>(
            WithPeople()
                .Users("Mira Solberg")
                .Groups("RAG - Outer")
                .Member("RAG - Outer", "Mira Solberg")
                .Eligible("RAG - Outer", Exchange)
                .Gap(SnapshotParts.GroupMembers, "RAG - Outer"),
            ReportUnused
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Is_blind_on_unused_groups_without_the_list_of_groups() =>
        Assert.That(
            Audit.With<IdleGroup>(A.Tenant.Refuse(SnapshotParts.RoleAssignableGroups), ReportUnused).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Is_blind_where_the_members_were_not_read() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Users("Ines Falk")
                        .Groups(Group)
                        .PlainMember(Group, "Ines Falk")
                        .Assigned(Group, Exchange)
                        .Lose(SnapshotParts.GroupMembers, A.Id(Group))
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Is_blind_where_the_eligible_members_were_not_read() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Users("Ines Falk")
                        .Groups(Group)
                        .EligibleMember(Group, "Ines Falk")
                        .Assigned(Group, Exchange)
                        .Lose(SnapshotParts.GroupEligibilities, A.Id(Group))
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Passes_where_somebody_is_known_to_be_in_it() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Users("Ines Falk")
                        .Groups(Group)
                        .PlainMember(Group, "Ines Falk")
                        .Assigned(Group, Exchange)
                        .Gap(SnapshotParts.GroupEligibilities, Group)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_a_holder_may_be_an_empty_group() =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    A.Tenant.Groups(Group).Assigned(Group, Exchange).Lose(SnapshotParts.Principals, A.Id(Group))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Judges_a_tenant_without_the_licence() =>
        Assert.That(
            Audit.With<IdleGroup>(A.Tenant.Groups(Group).AssignedUnlisted(Group, Exchange).Unlicensed()).Subjects,
            Is.EqualTo(new[] { Group })
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    public void Is_not_evaluated_without_a_list(SnapshotParts part) =>
        Assert.That(
            Audit.With<IdleGroup>(A.Tenant.Groups(Group).Assigned(Group, Exchange).Lose(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [TestCase(true, RuleOutcome.NotApplicable)]
    [TestCase(false, RuleOutcome.Fail)]
    [TestCase(null, RuleOutcome.NotEvaluated)]
    public void A_group_without_a_role_serves_as_approver_where_activation_asks_for_one(
        bool? asked,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Audit
                .With<IdleGroup>(
                    WithPeople()
                        .Settings(
                            Exchange,
                            settings =>
                                settings with
                                {
                                    ApprovalRequired = asked,
                                    Approvers = [new(ApproverKind.Group, A.Id(Group), Group, IsBackup: false)],
                                }
                        ),
                    ReportUnused
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    private static TenantSnapshot WithPeople() =>
        A
            .Tenant.Users("Ines Falk", "Dario Venn")
            .Groups(Group)
            .Member(Group, "Ines Falk")
            .EligibleMember(Group, "Dario Venn");
}
