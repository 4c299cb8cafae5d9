using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class RoleAssignedToUserTests
{
    private const string Teams = "Teams Administrator";
    private const string Exchange = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Peter Novak");

    [Test]
    public void Names_the_person_and_the_role() =>
        Assert.That(
            Audit
                .With<RoleAssignedToUser>(Tenant.Eligible("Peter Novak", Teams))
                .Findings.Select(finding => (finding.Severity, finding.Title, finding.Observed)),
            Is.EqualTo(
                new[]
                {
                    (
                        Severity.Medium,
                        "Peter Novak is assigned Teams Administrator directly",
                        "eligible assignment on the user"
                    ),
                }
            )
        );

    [Test]
    public void Reports_an_active_assignment_with_or_without_an_end() =>
        Assert.That(
            Audit
                .With<RoleAssignedToUser>(
                    Tenant.Assigned("Peter Novak", Teams, ends: TimeSpan.FromHours(1)).Assigned("Peter Novak", Exchange)
                )
                .Findings.Select(finding => finding.Role!.Label),
            Is.EquivalentTo(new[] { Teams, Exchange })
        );

    [Test]
    public void Makes_one_finding_of_an_eligible_and_an_active_assignment()
    {
        var run = Audit.With<RoleAssignedToUser>(Tenant.Eligible("Peter Novak", Teams).Assigned("Peter Novak", Teams));

        Assert.That(
            (run.Findings.Single().Observed, run.Findings.Single().Evidence.Select(row => row.Part)),
            Is.EqualTo(
                (
                    "active and eligible assignment on the user",
                    new[]
                    {
                        SnapshotParts.ActiveAssignments,
                        SnapshotParts.RoleAssignments,
                        SnapshotParts.EligibleAssignments,
                    }
                )
            )
        );
    }

    [Test]
    public void Tells_who_it_is_by_person_role_and_scope() =>
        Assert.That(
            Audit.With<RoleAssignedToUser>(Tenant.Eligible("Peter Novak", Teams)).Identity,
            Is.EquivalentTo(new[] { $"user:{A.Id("Peter Novak"):D}", $"role:{A.Role(Teams):D}", "scope:/" })
        );

    [Test]
    public void Passes_a_role_on_a_group_with_somebody_at_work() =>
        Assert.That(
            Audit
                .With<RoleAssignedToUser>(
                    Tenant
                        .Groups("RAG - Teams")
                        .Member("RAG - Teams", "Peter Novak")
                        .Eligible("RAG - Teams", Teams)
                        .Activated("Peter Novak", Teams, through: "RAG - Teams")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_workloads_unlisted_rows_emergency_accounts_and_roles_of_services() =>
        Assert.That(
            Audit
                .With<RoleAssignedToUser>(
                    Tenant
                        .EmergencyAccounts("Break Glass 1")
                        .Eligible("Break Glass 1", Teams)
                        .Workloads("Backup")
                        .Assigned("Backup", Teams)
                        .AssignedUnlisted("Peter Novak", Teams)
                        .Assigned("Peter Novak", "Directory Synchronization Accounts")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Leaves_out_the_roles_that_the_configuration_exempts() =>
        Assert.That(
            Audit
                .With<RoleAssignedToUser>(
                    Tenant.Eligible("Peter Novak", Teams).Eligible("Peter Novak", Exchange),
                    ("exemptRoles", A.Role(Teams).ToString("D"))
                )
                .Findings.Select(finding => finding.Role!.Label),
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Is_blind_where_nobody_knows_whether_the_principal_is_a_user() =>
        Assert.That(
            Audit
                .With<RoleAssignedToUser>(A.Tenant.Eligible("Unread", Teams).Gap(SnapshotParts.Principals, "Unread"))
                .Blind,
            Is.EqualTo(new[] { A.Id("Unread").ToString("D") })
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without(SnapshotParts part) =>
        Assert.That(
            Audit.With<RoleAssignedToUser>(Tenant.Eligible("Peter Novak", Teams).Refuse(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Judges_a_tenant_without_the_licence() =>
        Assert.That(
            Audit.With<RoleAssignedToUser>(Tenant.AssignedUnlisted("Peter Novak", Teams).Unlicensed()).Subjects,
            Is.EqualTo(new[] { "Peter Novak" })
        );
}
