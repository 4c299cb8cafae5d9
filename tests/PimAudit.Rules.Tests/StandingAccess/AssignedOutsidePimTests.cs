using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class AssignedOutsidePimTests
{
    private const string Global = "Global Administrator";
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Group = "RAG - Helpdesk";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Nadia Haddad").Groups(Group);

    [Test]
    public void Reports_a_row_without_start_whose_schedule_is_itself() =>
        Assert.That(
            Audit.With<AssignedOutsidePim>(Tenant.AssignedOutsidePim("Nadia Haddad", Global)).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        "Nadia Haddad",
                        "active, not created through PIM (or before PIM)",
                        "an assignment made in Privileged Identity Management"
                    ),
                }
            )
        );

    [Test]
    public void Reports_a_row_that_only_the_directory_lists() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(Tenant.AssignedUnlisted("Nadia Haddad", Global))
                .Said.Select(said => said.Observed),
            Is.EqualTo(
                new[] { "in the directory's list only, twice read: PIM does not know it, its type and end are unknown" }
            )
        );

    [Test]
    public void Tells_who_it_is_by_principal_role_and_scope() =>
        Assert.That(
            Audit.With<AssignedOutsidePim>(Tenant.AssignedOutsidePim("Nadia Haddad", Global)).Identity,
            Is.EquivalentTo(new[] { $"user:{A.Id("Nadia Haddad"):D}", $"role:{A.Role(Global):D}", "scope:/" })
        );

    [Test]
    public void Reports_people_groups_and_workloads_alike() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(
                    Tenant
                        .Workloads("Backup")
                        .Member(Group, "Nadia Haddad")
                        .AssignedOutsidePim(Group, Helpdesk)
                        .AssignedOutsidePim("Backup", Helpdesk)
                        .AssignedOutsidePim("Nadia Haddad", Helpdesk)
                )
                .Severities,
            Is.EquivalentTo(
                new[] { (Group, Severity.Medium), ("Backup", Severity.Medium), ("Nadia Haddad", Severity.Medium) }
            )
        );

    [Test]
    public void Weighs_the_grant_of_an_emergency_account_as_information() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(
                    A.Tenant.Users("Break Glass 1")
                        .Emergency("Break Glass 1")
                        .AssignedOutsidePim("Break Glass 1", Global)
                )
                .Severities,
            Is.EqualTo(new[] { ("Break Glass 1", Severity.Info) })
        );

    [Test]
    public void Weighs_the_grant_of_an_approach_2_group_as_information() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(
                    Tenant.EligibleMember(Group, "Nadia Haddad").AssignedOutsidePim(Group, Helpdesk)
                )
                .Severities,
            Is.EqualTo(new[] { (Group, Severity.Info) })
        );

    [Test]
    public void Weighs_a_group_in_full_where_its_approach_is_not_known() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(
                    Tenant
                        .PlainMember(Group, "Nadia Haddad")
                        .AssignedOutsidePim(Group, Helpdesk)
                        .Gap(SnapshotParts.GroupEligibilities, Group)
                )
                .Severities,
            Is.EqualTo(new[] { (Group, Severity.Medium) })
        );

    [Test]
    public void Passes_what_PIM_made_permanent_or_not_and_people_at_work() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(
                    Tenant
                        .Assigned("Nadia Haddad", Global)
                        .Assigned("Nadia Haddad", Helpdesk, ends: TimeSpan.FromDays(1))
                        .Activated("Nadia Haddad", "User Administrator")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(true)]
    [TestCase(false)]
    public void Asks_for_both_marks_of_a_row_that_PIM_did_not_make(bool startIsMissing)
    {
        var tenant = Tenant.AssignedOutsidePim("Nadia Haddad", Global);
        var row = tenant.RoleAssignmentInstances[0];
        tenant = tenant with
        {
            RoleAssignmentInstances =
            [
                startIsMissing ? row with { ScheduleId = "a schedule" } : row with { StartsAt = A.TakenAt.AddDays(-1) },
            ],
        };

        Assert.That(Audit.With<AssignedOutsidePim>(tenant).Outcome, Is.EqualTo(RuleOutcome.Pass));
    }

    [TestCase(true, true, new[] { "active; PIM's own alert says that it was assigned outside PIM" })]
    [TestCase(false, true, new string[0])]
    [TestCase(true, false, new string[0])]
    public void Reports_what_an_incident_of_the_active_alert_names(bool isActive, bool isEnabled, string[] observed)
    {
        var tenant = Tenant
            .Assigned("Nadia Haddad", Global)
            .Alert(
                "RolesAssignedOutsidePim",
                alert =>
                    alert with
                    {
                        IsActive = isActive,
                        IsEnabled = isEnabled,
                        Incidents = [new("incident", A.Id("Nadia Haddad"), A.Role(Global))],
                    }
            );

        Assert.That(
            Audit.With<AssignedOutsidePim>(tenant).Findings.Select(finding => finding.Observed),
            Is.EqualTo(observed)
        );
    }

    [Test]
    public void Makes_one_finding_of_a_row_and_the_incident_about_it_and_none_of_an_activation() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(
                    Tenant
                        .AssignedOutsidePim("Nadia Haddad", Global)
                        .Activated("Nadia Haddad", Helpdesk)
                        .Alert(
                            "RolesAssignedOutsidePim",
                            alert =>
                                alert with
                                {
                                    IsActive = true,
                                    Incidents =
                                    [
                                        new("1", A.Id("Nadia Haddad"), A.Role(Global)),
                                        new("2", A.Id("Nadia Haddad"), A.Role(Helpdesk)),
                                        new("3", AssigneeId: null, A.Role(Global)),
                                    ],
                                }
                        )
                )
                .Said.Select(said => said.Observed),
            Is.EqualTo(new[] { "active, not created through PIM (or before PIM)" })
        );

    [Test]
    public void Does_not_look_at_roles_of_services() =>
        Assert.That(
            Audit
                .With<AssignedOutsidePim>(
                    Tenant.AssignedOutsidePim("Nadia Haddad", "Directory Synchronization Accounts")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without(SnapshotParts part) =>
        Assert.That(
            Audit.With<AssignedOutsidePim>(Tenant.AssignedOutsidePim("Nadia Haddad", Global).Refuse(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Is_blind_where_nobody_knows_what_the_principal_is()
    {
        var run = Audit.With<AssignedOutsidePim>(
            A.Tenant.AssignedOutsidePim("Unread", Global).Gap(SnapshotParts.Principals, "Unread")
        );

        Assert.That(
            (run.Outcome, run.Blind.Single()),
            Is.EqualTo((RuleOutcome.NotEvaluated, A.Id("Unread").ToString("D")))
        );
    }

    [Test]
    public void Is_not_evaluated_without_the_licence() =>
        Assert.That(
            Audit.With<AssignedOutsidePim>(Tenant.AssignedUnlisted("Nadia Haddad", Global).Unlicensed()).Reason,
            Is.EqualTo(MissingReason.Licence)
        );
}
