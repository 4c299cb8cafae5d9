using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PrivilegedCustomRoleTests
{
    private const string Reset = "microsoft.directory/users/password/update";
    private const string Read = "microsoft.directory/users/standard/read";

    private static readonly Guid Id = A.Id("Password Helper");

    [Test]
    public void Reports_a_custom_role_with_a_sensitive_action()
    {
        var run = Run(Custom(Read, Reset));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "Password Helper",
                            "allows microsoft.directory/users/password/update",
                            "no sensitive action (list of 2026-06-17) in a custom role"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Password Helper", Severity.Medium) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{Id:D}" }));
        }
    }

    [TestCase("Microsoft.Directory/Users/Password/Update")]
    [TestCase("microsoft.directory/applications/credentials/update")]
    [TestCase("microsoft.directory/applications.myOrganization/credentials/update")]
    [TestCase("microsoft.directory/servicePrincipals/credentials/update")]
    [TestCase("microsoft.directory/roleAssignments/allProperties/allTasks")]
    [TestCase("microsoft.directory/groupsAssignableToRoles/allProperties/update")]
    [TestCase("microsoft.directory/servicePrincipals/managePermissionGrantsForAll.microsoft-company-admin")]
    [TestCase("microsoft.directory/servicePrincipals/managePermissionGrantsForAll.our-own-policy")]
    public void Knows_actions_that_make_somebody_somebody_else(string action) =>
        Assert.That(Run(Custom(action)).Outcome, Is.EqualTo(RuleOutcome.Fail));

    [TestCase("microsoft.directory/users/standard/read")]
    [TestCase("microsoft.directory/users/password")]
    [TestCase("microsoft.directory/applications/standard/read")]
    [TestCase("microsoft.directory/groups.unified/members/update")]
    [TestCase("microsoft.directory/servicePrincipals/managePermissionGrantsForSelf.microsoft-user-default-low")]
    public void Silent_about_other_actions(string action) =>
        Assert.That(Run(Custom(action)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_what_Graph_marks_as_privileged_whatever_its_actions() =>
        Assert.That(
            Run(Told(Custom(Read), isPrivileged: true)).Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "Graph marks it as privileged" })
        );

    [Test]
    public void A_sensitive_action_counts_although_Graph_does_not_mark_the_role() =>
        Assert.That(Run(Told(Custom(Reset), isPrivileged: false)).Outcome, Is.EqualTo(RuleOutcome.Fail));

    [Test]
    public void The_shipped_list_decides_where_beta_was_not_asked_for() =>
        Assert.That(
            Run(
                Custom(Read).Miss(SnapshotParts.PrivilegedRoles, PartStatus.NotAsked, MissingReason.NotCollected)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_where_beta_was_asked_for_and_refused() =>
        Assert.That(
            Run(Custom(Read).Refuse(SnapshotParts.PrivilegedRoles)).Blind,
            Is.EqualTo(new[] { "Password Helper" })
        );

    [Test]
    public void Blind_where_beta_did_not_say_it_of_this_role() =>
        Assert.That(
            Run(Custom(Read).Gap(SnapshotParts.PrivilegedRoles, Id)).Blind,
            Is.EqualTo(new[] { "Password Helper" })
        );

    [Test]
    public void A_sensitive_action_is_certain_whatever_beta_did_not_say() =>
        Assert.That(Run(Custom(Reset).Refuse(SnapshotParts.PrivilegedRoles)).Outcome, Is.EqualTo(RuleOutcome.Fail));

    [TestCase(null, RuleOutcome.Fail)]
    [TestCase(true, RuleOutcome.Fail)]
    [TestCase(false, RuleOutcome.Pass)]
    public void Reports_a_built_in_role_that_the_list_does_not_know(bool? told, RuleOutcome outcome)
    {
        var tenant = Role(new(Id, "Tomorrow Administrator", true, true, Id, []));

        Assert.That(Run(told is { } known ? Told(tenant, known) : tenant).Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void Looks_at_roles_that_somebody_holds() =>
        Assert.That(Run(Custom(Reset) with { RoleEligibilities = [] }).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Knows_built_in_roles() =>
        Assert.That(
            Run(A.Tenant.Users("Ines Falk").Assigned("Ines Falk", "Global Administrator")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_exempt_grants() =>
        Assert.That(Run(Custom(Reset).Emergency("Ines Falk")).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Blind_on_a_role_that_the_tenant_does_not_list() =>
        Assert.That(Run(Custom(Reset) with { Roles = [] }).Blind, Is.EqualTo(new[] { $"{Id:D}" }));

    [Test]
    public void Not_evaluated_without_the_list_of_roles() =>
        Assert.That(
            Run(Custom(Reset).Lose(SnapshotParts.RoleDefinitions)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Custom(params string[] actions) =>
        Role(new(Id, "Password Helper", false, true, Id, [.. actions]));

    private static TenantSnapshot Role(RoleDefinition role) =>
        A.Tenant.Users("Ines Falk") with
        {
            Roles = [.. A.Tenant.Roles, role],
            RoleEligibilities = [new("row", role.Id, A.Id("Ines Falk"), "/", null, null)],
        };

    private static TenantSnapshot Told(TenantSnapshot tenant, bool isPrivileged) =>
        tenant with
        {
            PrivilegedRoles = [new(Id, isPrivileged)],
        };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<PrivilegedCustomRole>(tenant);
}
