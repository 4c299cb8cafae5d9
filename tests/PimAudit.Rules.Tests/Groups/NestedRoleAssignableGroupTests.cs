using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class NestedRoleAssignableGroupTests
{
    private static readonly TenantSnapshot Tenant = A
        .Tenant.Groups("RAG - Outer", "RAG - Inner")
        .Group("Team", group => group with { IsRoleAssignable = false })
        .Group("Untold", group => group with { IsRoleAssignable = null });

    [Test]
    public void Names_both_groups_and_what_they_are() =>
        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(Tenant.Member("RAG - Outer", "RAG - Inner")).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "RAG - Inner",
                        "active member; inner group role-assignable, outer group role-assignable",
                        "people in role-assignable groups, and no group in or around them"
                    ),
                }
            )
        );

    [Test]
    public void Tells_who_it_is_by_inner_and_outer_group() =>
        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(Tenant.Member("RAG - Outer", "RAG - Inner")).Identity,
            Is.EquivalentTo(new[] { $"group:{A.Id("RAG - Inner"):D}", $"group:{A.Id("RAG - Outer"):D}" })
        );

    [TestCase("RAG - Outer", "RAG - Inner", Severity.High)]
    [TestCase("RAG - Outer", "Team", Severity.Critical)]
    [TestCase("RAG - Outer", "Untold", Severity.High)]
    public void Weighs_by_the_inner_group(string outer, string inner, Severity severity) =>
        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(Tenant.PlainMember(outer, inner)).Severities,
            Is.EqualTo(new[] { (inner, severity) })
        );

    [Test]
    public void Weighs_a_role_assignable_group_inside_an_ordinary_one_low() =>
        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(Tenant.Parent("RAG - Inner", "Everybody")).Severities,
            Is.EqualTo(new[] { ("RAG - Inner", Severity.Low) })
        );

    [Test]
    public void Sees_an_ordinary_group_around_it_from_that_groups_members_too() =>
        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(Tenant.PlainMember("Team", "RAG - Inner")).Severities,
            Is.EqualTo(new[] { ("RAG - Inner", Severity.Low) })
        );

    [Test]
    public void Reports_once_what_both_ends_tell()
    {
        var finding = Audit
            .With<NestedRoleAssignableGroup>(
                Tenant.PlainMember("RAG - Outer", "RAG - Inner").Parent("RAG - Inner", "RAG - Outer")
            )
            .Findings.Single();

        Assert.That(
            (finding.Severity, finding.Evidence.Select(row => row.Part)),
            Is.EqualTo((Severity.High, new[] { SnapshotParts.GroupMembers, SnapshotParts.GroupParents }))
        );
    }

    [Test]
    public void Counts_an_activated_member_and_an_owner_as_active() =>
        Assert.That(
            Audit
                .With<NestedRoleAssignableGroup>(
                    Tenant.ActivatedMember("RAG - Outer", "RAG - Inner").Owner("RAG - Outer", "Team")
                )
                .Said.Select(said => (said.Subject, said.Observed)),
            Is.EquivalentTo(
                new[]
                {
                    ("RAG - Inner", "active member; inner group role-assignable, outer group role-assignable"),
                    ("Team", "active owner; inner group ordinary, not role-assignable, outer group role-assignable"),
                }
            )
        );

    [Test]
    public void Leaves_eligible_groups_to_another_rule() =>
        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(Tenant.EligibleMember("RAG - Outer", "RAG - Inner")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_mind_ordinary_groups_in_ordinary_ones_nor_people() =>
        Assert.That(
            Audit
                .With<NestedRoleAssignableGroup>(
                    Tenant
                        .Group("Project", group => group with { IsRoleAssignable = false })
                        .Users("Ines Falk")
                        .PlainMember("Project", "Team")
                        .Member("RAG - Outer", "Ines Falk")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_the_outer_group_may_be_role_assignable()
    {
        var run = Audit.With<NestedRoleAssignableGroup>(Tenant.PlainMember("Untold", "Team"));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "Team" })));
    }

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupOwners)]
    [TestCase(SnapshotParts.GroupParents)]
    public void Is_blind_on_a_group_for_which_this_was_not_read(SnapshotParts part)
    {
        var run = Audit.With<NestedRoleAssignableGroup>(Tenant.Gap(part, "RAG - Outer"));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "RAG - Outer" })));
    }

    [Test]
    public void Is_blind_on_a_member_that_may_be_a_group()
    {
        var tenant = Tenant with
        {
            GroupAssignments =
            [
                new(
                    "row",
                    A.Id("RAG - Outer"),
                    A.Id("Unread"),
                    GroupAccess.Member,
                    AssignmentType.Assigned,
                    A.TakenAt.AddDays(-1),
                    EndsAt: null
                ),
            ],
        };

        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(tenant.Gap(SnapshotParts.Principals, "Unread")).Blind,
            Is.EqualTo(new[] { A.Id("Unread").ToString("D") })
        );
    }

    [TestCase(SnapshotParts.RoleAssignableGroups)]
    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupOwners)]
    [TestCase(SnapshotParts.GroupParents)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without(SnapshotParts part) =>
        Assert.That(
            Audit.With<NestedRoleAssignableGroup>(Tenant.Refuse(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Judges_a_tenant_without_the_licence() =>
        Assert.That(
            Audit
                .With<NestedRoleAssignableGroup>(Tenant.PlainMember("RAG - Outer", "RAG - Inner").Unlicensed())
                .Subjects,
            Is.EqualTo(new[] { "RAG - Inner" })
        );

    [Test]
    public void Says_how_to_take_the_inner_group_out_by_ids_alone() =>
        Assert.That(
            Audit
                .With<NestedRoleAssignableGroup>(Tenant.Parent("RAG - Inner", "Everybody"))
                .Findings.Single()
                .Fix.Command,
            Is.EqualTo(
                $"Remove-MgGroupMemberByRef -GroupId '{A.Id("Everybody"):D}' -DirectoryObjectId '{A.Id("RAG - Inner"):D}'"
            )
        );
}
