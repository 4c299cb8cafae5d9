using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class LongStandingAssignmentTests
{
    private const string Teams = "Teams Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Daniel Fischer");

    [Test]
    public void Says_how_long_and_until_when() =>
        Assert.That(
            Audit.With<LongStandingAssignment>(Lasting(startedDaysAgo: 20, endsInDays: 160)).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Daniel Fischer",
                        "active for 180 days, until 2027-03-10",
                        "active for at most 30 days, or eligible"
                    ),
                }
            )
        );

    [TestCase("Global Administrator", Severity.Medium)]
    [TestCase("Security Administrator", Severity.Medium)]
    [TestCase("SharePoint Administrator", Severity.Medium)]
    [TestCase(Teams, Severity.Low)]
    public void Weighs_by_the_role(string role, Severity severity) =>
        Assert.That(
            Audit
                .With<LongStandingAssignment>(
                    Tenant.Assigned("Daniel Fischer", role, TimeSpan.FromDays(60), TimeSpan.FromDays(1))
                )
                .Severities,
            Is.EqualTo(new[] { ("Daniel Fischer", severity) })
        );

    [Test]
    public void Silent_up_to_the_limit() =>
        Assert.That(
            Audit.With<LongStandingAssignment>(Lasting(startedDaysAgo: 10, endsInDays: 20)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_from_the_first_minute_over_the_limit() =>
        Assert.That(
            Audit
                .With<LongStandingAssignment>(
                    Tenant.Assigned(
                        "Daniel Fischer",
                        Teams,
                        TimeSpan.FromDays(20) + TimeSpan.FromMinutes(1),
                        TimeSpan.FromDays(10)
                    )
                )
                .Said.Select(said => said.Observed),
            Is.EqualTo(new[] { "active for 720 h 1 min, until 2026-10-21" })
        );

    [TestCase(30, 0)]
    [TestCase(31, 1)]
    public void Counts_from_the_snapshot_where_no_start_is_told(int endsInDays, int findings)
    {
        var tenant = Lasting(startedDaysAgo: 400, endsInDays);
        tenant = tenant with
        {
            RoleAssignmentInstances = [.. tenant.RoleAssignmentInstances.Select(row => row with { StartsAt = null })],
        };

        Assert.That(Audit.With<LongStandingAssignment>(tenant).Findings, Has.Length.EqualTo(findings));
    }

    [Test]
    public void Asks_for_the_limit_of_the_configuration() =>
        Assert.That(
            Audit
                .With<LongStandingAssignment>(Lasting(startedDaysAgo: 1, endsInDays: 6), ("maxStandingDays", "6"))
                .Said.Select(said => said.Expected),
            Is.EqualTo(new[] { "active for at most 6 days, or eligible" })
        );

    [Test]
    public void Leaves_an_assignment_without_end_to_another_rule() =>
        Assert.That(Audit.With<LongStandingAssignment>(Tenant.Assigned("Daniel Fischer", Teams)).Findings, Is.Empty);

    [Test]
    public void Tells_who_it_is_by_person_role_and_scope() =>
        Assert.That(
            Audit.With<LongStandingAssignment>(Lasting(startedDaysAgo: 20, endsInDays: 160)).Identity,
            Is.EquivalentTo(new[] { $"user:{A.Id("Daniel Fischer"):D}", $"role:{A.Role(Teams):D}", "scope:/" })
        );

    [Test]
    public void Does_not_look_at_activations_eligibilities_groups_emergency_accounts_and_roles_of_services()
    {
        var months = TimeSpan.FromDays(90);
        var run = Audit.With<LongStandingAssignment>(
            Tenant
                .Users("Break Glass 1")
                .Emergency("Break Glass 1")
                .Groups("RAG - Teams")
                .Activated("Daniel Fischer", Teams, ends: months)
                .Eligible("Daniel Fischer", Teams, ends: months)
                .Assigned("RAG - Teams", Teams, ends: months)
                .Assigned("Break Glass 1", "Global Administrator", ends: months)
                .Assigned("Daniel Fischer", "Directory Synchronization Accounts", ends: months)
        );

        Assert.That(run.Outcome, Is.EqualTo(RuleOutcome.NotApplicable));
    }

    [Test]
    public void Is_blind_where_nobody_knows_whether_the_principal_is_a_user() =>
        Assert.That(
            Audit
                .With<LongStandingAssignment>(
                    A.Tenant.Assigned("Unread", Teams, ends: TimeSpan.FromDays(90))
                        .Gap(SnapshotParts.Principals, "Unread")
                )
                .Blind,
            Is.EqualTo(new[] { A.Id("Unread").ToString("D") })
        );

    [Test]
    public void Is_not_evaluated_without_the_licence() =>
        Assert.That(
            Audit.With<LongStandingAssignment>(Tenant.AssignedUnlisted("Daniel Fischer", Teams).Unlicensed()).Reason,
            Is.EqualTo(MissingReason.Licence)
        );

    private static TenantSnapshot Lasting(int startedDaysAgo, int endsInDays) =>
        Tenant.Assigned("Daniel Fischer", Teams, TimeSpan.FromDays(endsInDays), TimeSpan.FromDays(startedDaysAgo));
}
