using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GroupNotRoleAssignableTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Helpdesk = "Helpdesk Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ines Falk")
        .Group("Mail Team", group => group with { IsRoleAssignable = false })
        .PlainMember("Mail Team", "Ines Falk");

    [Test]
    public void Names_the_group_once_with_every_role_that_it_holds()
    {
        var finding = Audit
            .With<GroupNotRoleAssignable>(Tenant.Eligible("Mail Team", Exchange).Assigned("Mail Team", Helpdesk))
            .Findings.Single();

        Assert.That(
            (finding.Severity, finding.Title, finding.Related.Select(one => one.Object.Label).Order()),
            Is.EqualTo(
                (
                    Severity.Critical,
                    $"Mail Team holds {Exchange}, {Helpdesk} but is not role-assignable",
                    new[] { Exchange, Helpdesk }
                )
            )
        );
    }

    [Test]
    public void Tells_who_it_is_by_the_group_alone() =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(Tenant.Eligible("Mail Team", Exchange)).Identity,
            Is.EqualTo(new[] { $"group:{A.Id("Mail Team"):D}" })
        );

    [Test]
    public void Reports_an_eligible_group() =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(Tenant.Eligible("Mail Team", Exchange)).Said,
            Is.EqualTo(new[] { ("Mail Team", "not role-assignable", "a role-assignable group") })
        );

    [Test]
    public void Reports_a_group_whose_assignment_only_the_directory_lists() =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(Tenant.AssignedUnlisted("Mail Team", Exchange)).Subjects,
            Is.EqualTo(new[] { "Mail Team" })
        );

    [Test]
    public void Sees_a_group_of_emergency_accounts_too() =>
        Assert.That(
            Audit
                .With<GroupNotRoleAssignable>(
                    A.Tenant.EmergencyAccounts("Break Glass 1")
                        .Group("Break Glass", group => group with { IsRoleAssignable = false })
                        .Member("Break Glass", "Break Glass 1")
                        .Assigned("Break Glass", "Global Administrator")
                )
                .Subjects,
            Is.EqualTo(new[] { "Break Glass" })
        );

    [Test]
    public void Passes_a_role_assignable_group() =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(A.Tenant.Groups("RAG - Mail").Eligible("RAG - Mail", Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_groups_without_a_role_of_their_own() =>
        Assert.That(
            Audit
                .With<GroupNotRoleAssignable>(
                    Tenant.Groups("RAG - Mail").Eligible("RAG - Mail", Exchange).Member("RAG - Mail", "Mail Team")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_the_property_was_not_read()
    {
        var run = Audit.With<GroupNotRoleAssignable>(
            A.Tenant.Group("Mail Team", group => group with { IsRoleAssignable = null }).Eligible("Mail Team", Exchange)
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "Mail Team" })));
    }

    [Test]
    public void Is_blind_where_nobody_knows_whether_the_principal_is_a_group()
    {
        var run = Audit.With<GroupNotRoleAssignable>(
            A.Tenant.Eligible("Unread", Exchange).Gap(SnapshotParts.Principals, "Unread")
        );

        Assert.That(
            (run.Outcome, run.Blind),
            Is.EqualTo((RuleOutcome.NotEvaluated, new[] { A.Id("Unread").ToString("D") }))
        );
    }

    [Test]
    public void Judges_a_tenant_without_the_licence_by_its_role_assignments() =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(Tenant.AssignedUnlisted("Mail Team", Exchange).Unlicensed()).Subjects,
            Is.EqualTo(new[] { "Mail Team" })
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without(SnapshotParts part) =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(Tenant.Refuse(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Is_not_applicable_while_no_group_holds_a_role() =>
        Assert.That(Audit.With<GroupNotRoleAssignable>(Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Names_the_role_where_it_is_the_only_one() =>
        Assert.That(
            Audit
                .With<GroupNotRoleAssignable>(Tenant.Eligible("Mail Team", Exchange))
                .Findings.Select(finding => finding.Role?.Label),
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Names_no_role_of_several() =>
        Assert.That(
            Audit
                .With<GroupNotRoleAssignable>(Tenant.Eligible("Mail Team", Exchange).Assigned("Mail Team", Helpdesk))
                .Findings.Select(finding => finding.Role),
            Is.EqualTo(new ObjectRef?[] { null })
        );

    [Test]
    public void Removes_an_active_assignment_as_such() =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(Tenant.Assigned("Mail Team", Exchange)).Findings.Single().Fix.Command,
            Does.StartWith("New-MgRoleManagementDirectoryRoleAssignmentScheduleRequest ")
        );

    [Test]
    public void Removes_each_assignment_by_ids_alone() =>
        Assert.That(
            Audit.With<GroupNotRoleAssignable>(Tenant.Eligible("Mail Team", Exchange)).Findings.Single().Fix.Command,
            Is.EqualTo(
                "New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest -BodyParameter @{ action = 'adminRemove'; "
                    + $"principalId = '{A.Id("Mail Team"):D}'; roleDefinitionId = '{A.Role(Exchange):D}'; directoryScopeId = '/' }}"
            )
        );
}
