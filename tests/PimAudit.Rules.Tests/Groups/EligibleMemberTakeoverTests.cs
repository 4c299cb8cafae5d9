using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EligibleMemberTakeoverTests
{
    private const string Group = "RAG - Helpdesk";
    private const string Other = "RAG - Other";
    private const string Privileged = "User Administrator";
    private const string Plain = "Reports Reader";
    private const string Person = "Ines Falk";

    [Test]
    public void Reports_an_eligible_member_who_activates_without_approval()
    {
        var run = Audit.With<EligibleMemberTakeover>(Tenant());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Group,
                            "activation without approval; 1 eligible member whom lesser administrators can reset",
                            "approval on the group's member settings, or members who are protected from resets"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Group, Severity.Low) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Group):D}" }));
            Assert.That(
                run.Findings.Single().Related.Select(related => related.Object.Label),
                Is.EqualTo(new[] { Person, Privileged })
            );
        }
    }

    [Test]
    public void Passes_where_the_group_asks_for_approval() =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Bundle(Privileged).GroupSettings(Group)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    /// <summary>On this way the role's settings are never asked.</summary>
    [Test]
    public void Does_not_take_the_approval_of_the_role_for_the_groups() =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Tenant().Settings(Privileged)).Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Does_not_take_the_approval_of_owners_for_the_members() =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Tenant().GroupSettings(Group, GroupAccess.Owner)).Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Does_not_look_at_roles_that_are_not_privileged() =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Bundle(Plain).GroupSettings(Group, GroupAccess.Member, Unasked)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Looks_at_roles_that_the_profile_adds() =>
        Assert.That(
            Audit
                .With<EligibleMemberTakeover>(
                    Bundle("Exchange Administrator").GroupSettings(Group, GroupAccess.Member, Unasked)
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Does_not_look_at_approach_1() =>
        Assert.That(
            Audit
                .With<EligibleMemberTakeover>(
                    A.Tenant.Users(Person)
                        .Groups(Group)
                        .Member(Group, Person)
                        .Eligible(Group, Privileged)
                        .GroupSettings(Group, GroupAccess.Member, Unasked)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Passes_where_every_eligible_member_is_active_now() =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Tenant().ActivatedMember(Group, Person)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Passes_where_the_eligible_member_stands_in_another_role_assignable_group() =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Tenant().Groups(Other).Member(Other, Person)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Passes_where_the_eligible_member_owns_another_role_assignable_group() =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Tenant().Groups(Other).Owner(Other, Person)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_not_content_with_an_ordinary_group_or_another_eligibility() =>
        Assert.That(
            Audit
                .With<EligibleMemberTakeover>(
                    Tenant()
                        .Group(Other, group => group with { IsRoleAssignable = false })
                        .Member(Other, Person)
                        .Groups("RAG - Third")
                        .EligibleMember("RAG - Third", Person)
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [TestCase("Security Administrator", false)]
    [TestCase("Directory Readers", true)]
    public void Asks_whether_a_role_that_he_holds_now_protects_him(string role, bool isFinding) =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Tenant().Assigned(Person, role)).Subjects,
            Is.EqualTo(isFinding ? new[] { Group } : [])
        );

    [Test]
    public void Leaves_out_people_who_are_disabled_or_emergency_accounts() =>
        Assert.That(
            Audit
                .With<EligibleMemberTakeover>(
                    A.Tenant.User("Dario Venn", user => user with { IsEnabled = false })
                        .Users("Glass 1")
                        .Emergency("Glass 1")
                        .Groups(Group)
                        .EligibleMember(Group, "Dario Venn")
                        .EligibleMember(Group, "Glass 1")
                        .Assigned(Group, Privileged)
                        .GroupSettings(Group, GroupAccess.Member, Unasked)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_the_settings_were_not_read() =>
        Blind(Tenant().Lose(SnapshotParts.GroupSettings, A.Id(Group)));

    [Test]
    public void Is_blind_where_the_settings_do_not_say() =>
        Blind(
            Bundle(Privileged)
                .GroupSettings(Group, GroupAccess.Member, settings => settings with { ApprovalRequired = null })
        );

    [Test]
    public void Is_blind_where_the_approach_is_unknown() =>
        Blind(Tenant().Lose(SnapshotParts.GroupEligibilities, A.Id(Group)));

    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupOwners)]
    public void Is_blind_where_another_group_may_protect_him(SnapshotParts part) =>
        Blind(Tenant().Groups(Other).Lose(part, A.Id(Other)));

    /// <summary>Another group's unread list matters only where it might protect somebody.</summary>
    [Test]
    public void Passes_where_every_member_is_protected_whatever_else_was_not_read() =>
        Assert.That(
            Audit
                .With<EligibleMemberTakeover>(
                    Tenant()
                        .Assigned(Person, "Security Administrator")
                        .Groups(Other)
                        .Lose(SnapshotParts.GroupMembers, A.Id(Other))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_on_a_principal_that_may_be_a_group() =>
        Assert.That(
            Audit
                .With<EligibleMemberTakeover>(
                    Tenant().Assigned("Unread", Privileged).Gap(SnapshotParts.Principals, "Unread")
                )
                .Blind,
            Does.Contain($"{A.Id("Unread"):D}")
        );

    [Test]
    public void Is_blind_where_the_eligible_member_was_not_read() =>
        Blind(Tenant().Lose(SnapshotParts.Principals, A.Id(Person)));

    [TestCase(SnapshotParts.GroupSettings)]
    [TestCase(SnapshotParts.GroupOwners)]
    [TestCase(SnapshotParts.RoleAssignableGroups)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    public void Is_not_evaluated_without_a_list(SnapshotParts part) =>
        Assert.That(
            Audit.With<EligibleMemberTakeover>(Tenant().Lose(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static void Blind(TenantSnapshot tenant)
    {
        var run = Audit.With<EligibleMemberTakeover>(tenant);

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    private static TenantSnapshot Tenant() => Bundle(Privileged).GroupSettings(Group, GroupAccess.Member, Unasked);

    private static TenantSnapshot Bundle(string role) =>
        A.Tenant.Users(Person).Groups(Group).EligibleMember(Group, Person).Assigned(Group, role);

    private static RoleSettings Unasked(RoleSettings settings) => settings with { ApprovalRequired = false };
}
