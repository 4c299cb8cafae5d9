using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ApproverGroupUnprotectedTests
{
    private const string Global = "Global Administrator";
    private const string RoleAdministrator = "Privileged Role Administrator";
    private const string Approvers = "Approvers";
    private const string Bundle = "RAG - Tenant Operations";

    [Test]
    public void Reports_an_ordinary_approver_group()
    {
        var run = Audit.With<ApproverGroupUnprotected>(Ordinary().Approving(Global));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Approvers,
                            "an ordinary group: not role-assignable, not in a restricted management administrative unit",
                            "a role-assignable group, or a group in a restricted management administrative unit"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Approvers, Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Approvers):D}" }));
            Assert.That(run.Findings.Single().Related.Select(one => one.Object.Label), Is.EqualTo(new[] { Global }));
        }
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, null)]
    [TestCase(null, true)]
    public void Passes_a_group_that_lesser_administrators_cannot_edit(bool? isRoleAssignable, bool? isRestricted) =>
        Assert.That(
            Audit.With<ApproverGroupUnprotected>(Group(isRoleAssignable, isRestricted).Approving(Global)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(false, null)]
    [TestCase(null, false)]
    [TestCase(null, null)]
    public void Is_blind_where_a_property_was_not_read(bool? isRoleAssignable, bool? isRestricted)
    {
        var run = Audit.With<ApproverGroupUnprotected>(Group(isRoleAssignable, isRestricted).Approving(Global));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Approvers })));
    }

    [Test]
    public void Is_blind_where_the_group_was_not_read() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(
                    Ordinary().Approving(Global).Lose(SnapshotParts.Principals, A.Id(Approvers))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Makes_one_finding_of_a_group_that_approves_two_roles() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(Ordinary(settled: false).Approving(Global).Approving(RoleAdministrator))
                .Findings.Single()
                .Related.Select(one => one.Object.Label),
            Is.EquivalentTo(new[] { Global, RoleAdministrator })
        );

    [Test]
    public void Looks_at_backup_approvers_too() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(
                    Ordinary()
                        .Settings(
                            Global,
                            settings =>
                                settings with
                                {
                                    Approvers =
                                    [
                                        .. settings.Approvers,
                                        new(ApproverKind.Group, A.Id(Approvers), Approvers, IsBackup: true),
                                    ],
                                }
                        )
                )
                .Subjects,
            Is.EqualTo(new[] { Approvers })
        );

    [Test]
    public void Does_not_look_at_approvers_who_are_not_asked() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(
                    Ordinary().Settings(Global, settings => Named(settings) with { ApprovalRequired = false })
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_other_roles() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(
                    Ordinary()
                        .Settings(Global)
                        .Users("Ines Falk")
                        .Eligible("Ines Falk", "Exchange Administrator")
                        .Approving("Exchange Administrator")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_people_who_are_named_themselves() =>
        Assert.That(
            Audit.With<ApproverGroupUnprotected>(A.Tenant.Users("Approver").HighestRolesSettled()).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    /// <summary>There the group's settings alone are asked.</summary>
    [Test]
    public void Looks_at_the_member_settings_of_a_group_that_carries_the_role() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(JustInTime(Global).GroupSettings(Bundle, GroupAccess.Member, Named))
                .Findings.Select(finding => (finding.Subject.Label, finding.Related.Single().Object.Label)),
            Is.EqualTo(new[] { (Approvers, Bundle) })
        );

    [Test]
    public void Looks_at_the_owner_settings_only_while_somebody_is_eligible_as_owner()
    {
        var tenant = JustInTime(Global)
            .GroupSettings(Bundle)
            .GroupSettings(Bundle, GroupAccess.Owner, Named)
            .Users("Mira Solberg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Audit.With<ApproverGroupUnprotected>(tenant).Findings, Is.Empty);
            Assert.That(
                Audit.With<ApproverGroupUnprotected>(tenant.EligibleOwner(Bundle, "Mira Solberg")).Subjects,
                Is.EqualTo(new[] { Approvers })
            );
        }
    }

    [Test]
    public void Does_not_look_at_the_settings_of_a_group_that_carries_another_role() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(
                    JustInTime("Exchange Administrator").GroupSettings(Bundle, GroupAccess.Member, Named)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Leaves_a_deleted_group_to_another_rule() =>
        Assert.That(
            Audit
                .With<ApproverGroupUnprotected>(
                    A.Tenant.Settings(RoleAdministrator).Approving(Global) with
                    {
                        DeletedObjects = [new(A.Id(Approvers), ObjectKind.Group, Approvers, A.TakenAt.AddDays(-3))],
                    }
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Is_blind_where_the_settings_were_not_read() =>
        Blind(Ordinary().Approving(Global).Lose(SnapshotParts.RoleSettings, A.Role(Global)));

    [Test]
    public void Is_blind_where_the_settings_do_not_say_whether_somebody_approves() =>
        Blind(Ordinary().Settings(Global, settings => Named(settings) with { ApprovalRequired = null }));

    [Test]
    public void Is_blind_where_an_approver_is_of_an_unknown_kind() =>
        Blind(
            Ordinary()
                .Settings(
                    Global,
                    settings =>
                        settings with
                        {
                            Approvers = [new(ApproverKind.Unknown, A.Id(Approvers), Approvers, IsBackup: false)],
                        }
                )
        );

    [Test]
    public void Is_blind_where_it_is_unknown_whether_a_group_has_to_be_activated()
    {
        var run = Audit.With<ApproverGroupUnprotected>(
            JustInTime(Global).GroupSettings(Bundle).Lose(SnapshotParts.GroupEligibilities, A.Id(Bundle))
        );

        Assert.That((run.Outcome, run.Blind.Distinct()), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Bundle })));
    }

    [Test]
    public void Not_evaluated_without_the_licence()
    {
        var run = Audit.With<ApproverGroupUnprotected>(Ordinary().Approving(Global).Unlicensed());

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Licence)));
    }

    private static void Blind(TenantSnapshot tenant)
    {
        var run = Audit.With<ApproverGroupUnprotected>(tenant);

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Global })));
    }

    private static TenantSnapshot Ordinary(bool settled = true) =>
        settled ? Group(isRoleAssignable: false, isRestricted: false) : Plain(false, false);

    /// <summary>The other highest role asks a person.</summary>
    private static TenantSnapshot Group(bool? isRoleAssignable, bool? isRestricted) =>
        Plain(isRoleAssignable, isRestricted).Settings(RoleAdministrator);

    private static TenantSnapshot Plain(bool? isRoleAssignable, bool? isRestricted) =>
        A
            .Tenant.Users("Approver")
            .Group(
                Approvers,
                group => group with { IsRoleAssignable = isRoleAssignable, IsManagementRestricted = isRestricted }
            );

    private static TenantSnapshot JustInTime(string role) =>
        Ordinary()
            .Settings(Global)
            .Users("Ines Falk")
            .Groups(Bundle)
            .EligibleMember(Bundle, "Ines Falk")
            .Assigned(Bundle, role);

    private static RoleSettings Named(RoleSettings settings) => ApprovingGroup.Named(settings, Approvers);
}

/// <summary>Lets a group approve.</summary>
file static class ApprovingGroup
{
    public static TenantSnapshot Approving(this TenantSnapshot tenant, string role) =>
        tenant.Settings(role, settings => Named(settings, "Approvers"));

    public static RoleSettings Named(RoleSettings settings, string group) =>
        settings with
        {
            Approvers = [new(ApproverKind.Group, A.Id(group), group, IsBackup: false)],
        };
}
