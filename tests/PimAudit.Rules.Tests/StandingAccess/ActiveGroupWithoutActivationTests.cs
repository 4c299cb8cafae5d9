using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ActiveGroupWithoutActivationTests
{
    private const string Group = "RAG - Readers";
    private const string Reports = "Reports Reader";

    private static readonly TimeSpan Started = TimeSpan.FromDays(10);
    private static readonly TimeSpan Short = TimeSpan.FromDays(20);
    private static readonly TimeSpan Long = TimeSpan.FromDays(20) + TimeSpan.FromMinutes(1);

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Olivia Grant", "Hassan Ali").Groups(Group);
    private static readonly TenantSnapshot Standing = Tenant.Member(Group, "Olivia Grant");

    [Test]
    public void Names_the_group_and_counts_the_members()
    {
        var finding = Audit
            .With<ActiveGroupWithoutActivation>(Standing.Member(Group, "Hassan Ali").Assigned(Group, Reports))
            .Findings.Single();

        Assert.That(
            (finding.Title, finding.Observed, finding.Related.Select(one => one.Object.Label).Order()),
            Is.EqualTo(
                (
                    "RAG - Readers gives Reports Reader to 2 members without any activation",
                    "group active, 2 members standing",
                    new[] { "Hassan Ali", "Olivia Grant" }
                )
            )
        );
    }

    [TestCase("Global Administrator", Severity.Critical)]
    [TestCase("Exchange Administrator", Severity.High)]
    [TestCase(Reports, Severity.Medium)]
    public void Weighs_by_the_role(string role, Severity severity) =>
        Assert.That(
            Audit.With<ActiveGroupWithoutActivation>(Standing.Assigned(Group, role)).Severities,
            Is.EqualTo(new[] { (Group, severity) })
        );

    [Test]
    public void Tells_who_it_is_by_group_role_and_scope() =>
        Assert.That(
            Audit.With<ActiveGroupWithoutActivation>(Standing.Assigned(Group, Reports)).Identity,
            Is.EquivalentTo(new[] { $"group:{A.Id(Group):D}", $"role:{A.Role(Reports):D}", "scope:/" })
        );

    [Test]
    public void Reports_only_where_grant_and_membership_are_both_too_long()
    {
        var run = new[]
        {
            Count(grant: Long, membership: Long),
            Count(grant: null, membership: null),
            Count(grant: Short, membership: null),
            Count(grant: null, membership: Short),
            Count(grant: Short, membership: Short),
        };

        Assert.That(run, Is.EqualTo(new[] { 1, 1, 0, 0, 0 }));
    }

    [Test]
    public void One_long_membership_among_short_ones_is_enough() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(
                    Standing.Member(Group, "Hassan Ali", Short, Started).Assigned(Group, Reports)
                )
                .Findings.Single()
                .Related.Select(one => one.Object.Label),
            Is.EqualTo(new[] { "Olivia Grant" })
        );

    [Test]
    public void Passes_both_approaches() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(
                    Standing
                        .Groups("RAG - Bundle")
                        .EligibleMember("RAG - Bundle", "Hassan Ali")
                        .Assigned("RAG - Bundle", Reports)
                        .Eligible(Group, Reports)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_a_group_that_is_eligible_and_active_to_another_rule() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(Standing.Eligible(Group, Reports).Assigned(Group, Reports))
                .Findings,
            Is.Empty
        );

    [Test]
    public void Never_reports_an_empty_group() =>
        Assert.That(
            Audit.With<ActiveGroupWithoutActivation>(Tenant.Assigned(Group, Reports)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Sees_people_through_a_nested_group_unless_they_activate_there()
    {
        var nested = Tenant.Groups("RAG - Inner").Member(Group, "RAG - Inner").Assigned(Group, Reports);
        string[][] subjects =
        [
            [.. Audit.With<ActiveGroupWithoutActivation>(nested.Member("RAG - Inner", "Hassan Ali")).Subjects],
            [.. Audit.With<ActiveGroupWithoutActivation>(nested.EligibleMember("RAG - Inner", "Hassan Ali")).Subjects],
            [.. Audit.With<ActiveGroupWithoutActivation>(nested).Subjects],
        ];

        Assert.That(subjects, Is.EqualTo(new string[][] { [Group], [], [] }));
    }

    [Test]
    public void Does_not_see_a_group_of_emergency_accounts() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(
                    Tenant
                        .Users("Break Glass 1")
                        .Emergency("Break Glass 1")
                        .Member(Group, "Break Glass 1")
                        .Assigned(Group, "Global Administrator")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Leaves_an_emergency_account_out_of_a_group_with_others() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(
                    Tenant
                        .Users("Break Glass 1")
                        .Emergency("Break Glass 1")
                        .Member(Group, "Break Glass 1")
                        .Member(Group, "Hassan Ali", Short, Started)
                        .Assigned(Group, "Global Administrator")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.GroupAssignments)]
    public void Is_blind_where_the_approach_is_unknown(SnapshotParts part)
    {
        var run = Audit.With<ActiveGroupWithoutActivation>(Standing.Assigned(Group, Reports).Gap(part, Group));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Is_blind_where_nobody_tells_who_stands_in_a_nested_group()
    {
        var run = Audit.With<ActiveGroupWithoutActivation>(
            Tenant
                .Groups("RAG - Inner")
                .Member(Group, "RAG - Inner")
                .PlainMember("RAG - Inner", "Hassan Ali")
                .Assigned(Group, Reports)
                .Gap(SnapshotParts.GroupAssignments, "RAG - Inner")
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Is_blind_where_the_members_of_a_nested_group_were_not_read() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(
                    Tenant
                        .Groups("RAG - Inner")
                        .Member(Group, "RAG - Inner")
                        .Assigned(Group, Reports)
                        .Gap(SnapshotParts.GroupMembers, "RAG - Inner")
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Judges_a_tenant_without_the_licence() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(
                    Tenant.PlainMember(Group, "Olivia Grant").AssignedUnlisted(Group, Reports).Unlicensed()
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Is_not_evaluated_without_the_members_of_groups() =>
        Assert.That(
            Audit
                .With<ActiveGroupWithoutActivation>(
                    Standing.Assigned(Group, Reports).Refuse(SnapshotParts.GroupMembers)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static int Count(TimeSpan? grant, TimeSpan? membership) =>
        Audit
            .With<ActiveGroupWithoutActivation>(
                Tenant.Member(Group, "Olivia Grant", membership, Started).Assigned(Group, Reports, grant, Started)
            )
            .Findings.Length;
}
