using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PermanentActiveAssignmentTests
{
    private const string Global = "Global Administrator";
    private const string Exchange = "Exchange Administrator";
    private const string Teams = "Teams Administrator";
    private const string Unit = "/administrativeUnits/0f0e0d0c-0b0a-4908-8706-050403020100";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Dario Venn", "Ines Falk");

    [Test]
    public void Names_the_person_the_role_and_what_was_seen()
    {
        var finding = Audit.With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", Global)).Findings.Single();

        Assert.That(
            (finding.Title, finding.Observed, finding.Role?.Label, finding.Scope, finding.Path.Length),
            Is.EqualTo(
                (
                    "Dario Venn holds Global Administrator permanently, without activation",
                    "active, assigned without end",
                    Global,
                    "/",
                    1
                )
            )
        );
    }

    [TestCase(Global, Severity.Critical)]
    [TestCase("Privileged Role Administrator", Severity.Critical)]
    [TestCase("Security Administrator", Severity.High)]
    [TestCase(Exchange, Severity.High)]
    [TestCase(Teams, Severity.Medium)]
    public void Weighs_by_the_role(string role, Severity severity) =>
        Assert.That(
            Audit.With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", role)).Severities,
            Is.EqualTo(new[] { ("Dario Venn", severity) })
        );

    [Test]
    public void Tells_who_it_is_by_person_role_and_scope() =>
        Assert.That(
            Audit.With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", Teams, scope: Unit)).Identity,
            Is.EquivalentTo(new[] { $"user:{A.Id("Dario Venn"):D}", $"role:{A.Role(Teams):D}", $"scope:{Unit}" })
        );

    [Test]
    public void Takes_a_role_at_two_scopes_for_two_assignments() =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(
                    Tenant.Assigned("Dario Venn", Teams).Assigned("Dario Venn", Teams, scope: Unit)
                )
                .Findings.Select(finding => finding.Scope),
            Is.EquivalentTo(new[] { "/", Unit })
        );

    [Test]
    public void Reports_a_permanent_assignment_made_outside_PIM_too() =>
        Assert.That(
            Audit.With<PermanentActiveAssignment>(Tenant.AssignedOutsidePim("Dario Venn", Global)).Subjects,
            Is.EqualTo(new[] { "Dario Venn" })
        );

    [Test]
    public void Reports_a_disabled_person_too() =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(
                    A.Tenant.User("Robert Hale", user => user with { IsEnabled = false }).Assigned("Robert Hale", Teams)
                )
                .Subjects,
            Is.EqualTo(new[] { "Robert Hale" })
        );

    [Test]
    public void Passes_an_assignment_with_an_end_however_far() =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", Global, ends: TimeSpan.FromDays(3650)))
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_people_at_work_eligible_people_groups_and_workloads() =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(
                    Tenant
                        .Groups("RAG - Mail")
                        .Workloads("Backup")
                        .Activated("Dario Venn", Global)
                        .Eligible("Ines Falk", Global)
                        .Member("RAG - Mail", "Ines Falk")
                        .Assigned("RAG - Mail", Exchange)
                        .Assigned("Backup", Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Leaves_a_row_that_PIM_does_not_list_to_another_rule() =>
        Assert.That(
            Audit.With<PermanentActiveAssignment>(Tenant.AssignedUnlisted("Dario Venn", Global)).Findings,
            Is.Empty
        );

    [Test]
    public void Does_not_see_emergency_accounts() =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(
                    Tenant.EmergencyAccounts("Break Glass 1").Assigned("Dario Venn", Global)
                )
                .Subjects,
            Is.EqualTo(new[] { "Dario Venn" })
        );

    [TestCase("Directory Synchronization Accounts")]
    [TestCase("On Premises Directory Sync Account")]
    public void Does_not_look_at_roles_of_services(string role) =>
        Assert.That(
            Audit.With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", role)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [TestCase("all", Global, Exchange, Teams)]
    [TestCase("held", Global, Exchange, Teams)]
    [TestCase("privileged", Global, Exchange)]
    [TestCase("62e90394-69f5-4237-9190-012177145e10", Global)]
    public void Looks_at_the_roles_that_the_configuration_chooses(string roles, params string[] reported) =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(
                    Tenant
                        .Assigned("Dario Venn", Global)
                        .Assigned("Dario Venn", Exchange)
                        .Assigned("Dario Venn", Teams),
                    ("roles", roles)
                )
                .Findings.Select(finding => finding.Role!.Label),
            Is.EquivalentTo(reported)
        );

    [Test]
    public void Is_blind_where_nobody_knows_whether_the_principal_is_a_user()
    {
        var run = Audit.With<PermanentActiveAssignment>(
            A.Tenant.Assigned("Unread", Global).Gap(SnapshotParts.Principals, "Unread")
        );

        Assert.That(
            (run.Outcome, run.Blind),
            Is.EqualTo((RuleOutcome.NotEvaluated, new[] { A.Id("Unread").ToString("D") }))
        );
    }

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without(SnapshotParts part) =>
        Assert.That(
            Audit.With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", Global).Refuse(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Takes_every_role_assignment_for_permanent_in_a_tenant_without_the_licence()
    {
        var finding = Audit
            .With<PermanentActiveAssignment>(Tenant.AssignedUnlisted("Dario Venn", Global).Unlicensed())
            .Findings.Single();

        Assert.That(
            (finding.Subject.Label, finding.Fix.Command),
            Is.EqualTo(
                (
                    "Dario Venn",
                    $"Get-MgRoleManagementDirectoryRoleAssignment -Filter \"principalId eq '{A.Id("Dario Venn"):D}' and "
                        + $"roleDefinitionId eq '{A.Role(Global):D}' and directoryScopeId eq '/'\" | "
                        + "ForEach-Object { Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId $_.Id }"
                )
            )
        );
    }

    [TestCase("/", "/")]
    [TestCase(Unit, Unit)]
    [TestCase("/0f0e0d0c-0b0a-4908-8706-050403020100", "/0f0e0d0c-0b0a-4908-8706-050403020100")]
    public void Says_how_to_take_it_back_by_ids_alone(string scope, string written) =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", Teams, scope: scope))
                .Findings.Single()
                .Fix.Command,
            Is.EqualTo(
                "New-MgRoleManagementDirectoryRoleAssignmentScheduleRequest -BodyParameter @{ action = 'adminRemove'; "
                    + $"principalId = '{A.Id("Dario Venn"):D}'; roleDefinitionId = '{A.Role(Teams):D}'; directoryScopeId = '{written}' }}"
            )
        );

    [TestCase("/administrativeUnits/'; Remove-Item *; '")]
    [TestCase("app:7f0e0d0c")]
    public void Builds_no_command_from_any_other_scope(string scope) =>
        Assert.That(
            Audit
                .With<PermanentActiveAssignment>(Tenant.Assigned("Dario Venn", Teams, scope: scope))
                .Findings.Select(finding => finding.Fix.Command),
            Is.EqualTo(new string?[] { null })
        );
}
