using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PermanentActiveAllowedTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange";
    private const string Glass = "Break Glass 1";

    /// <summary>Settings of the other privileged roles do not matter here.</summary>
    private static readonly (string, string) Held = ("roles", "held");

    [Test]
    public void Reports_settings_that_permit_it() =>
        Assert.That(
            Audit.With<PermanentActiveAllowed>(Tenant(Permitting), Held).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.Medium) })
        );

    [TestCase(1)]
    [TestCase(365)]
    public void Silent_where_an_end_is_asked_for_whatever_the_end(int days) =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    Tenant(settings => settings with { LongestActive = TimeSpan.FromDays(days) }),
                    Held
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void A_group_of_approach_two_needs_it() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    Tenant(Permitting)
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .EligibleMember(Group, "Mira Solberg")
                        .GroupSettings(Group),
                    Held
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void A_group_whose_members_stand_does_not_need_it() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    Tenant(Permitting).Groups(Group).Assigned(Group, Exchange).Member(Group, "Mira Solberg"),
                    Held
                )
                .Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void An_emergency_account_needs_it() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    Tenant(Permitting).Users(Glass).Emergency(Glass).Assigned(Glass, Exchange),
                    Held
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_emergency_account_of_another_role_does_not_excuse_this_one() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    Tenant(Permitting).Users(Glass).Emergency(Glass).Assigned(Glass, "Global Administrator"),
                    Held
                )
                .Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Another_account_with_a_permanent_assignment_does_not_excuse_the_role() =>
        Assert.That(
            Audit.With<PermanentActiveAllowed>(Tenant(Permitting).Assigned("Mira Solberg", Exchange), Held).Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Directory_synchronisation_needs_it() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    A.Tenant.HighestRolesSettled().Settings("Directory Synchronization Accounts", Permitting)
                )
                .Subjects,
            Is.Empty
        );

    [Test]
    public void Looks_at_every_privileged_role_and_at_no_other_that_nobody_holds() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    A.Tenant.HighestRolesSettled().Settings(Exchange, Permitting).Settings("Reports Reader", Permitting)
                )
                .Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Reports_the_member_side_of_a_just_in_time_group()
    {
        var run = Audit.With<PermanentActiveAllowed>(JustInTime(), Held);

        Assert.That(run.Identity, Is.EqualTo(new[] { "access:member", $"group:{A.Id(Group):D}" }));
    }

    [Test]
    public void An_emergency_account_that_stands_in_the_group_needs_it() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(JustInTime().Users(Glass).Emergency(Glass).Member(Group, Glass), Held)
                .Findings,
            Is.Empty
        );

    [Test]
    public void Blind_where_the_approach_of_a_group_is_not_known() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    Tenant(Permitting)
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .Member(Group, "Mira Solberg")
                        .Lose(SnapshotParts.GroupEligibilities, A.Id(Group)),
                    Held
                )
                .Blind,
            Does.Contain(Exchange)
        );

    [Test]
    public void Blind_where_an_emergency_account_may_hold_the_role() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(
                    Tenant(Permitting)
                        .Users(Glass)
                        .Emergency(Glass)
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .Member(Group, "Mira Solberg")
                        .Lose(SnapshotParts.GroupMembers, A.Id(Group)),
                    Held
                )
                .Blind,
            Does.Contain(Exchange)
        );

    [Test]
    public void Blind_where_the_policy_does_not_say() =>
        Assert.That(
            Audit
                .With<PermanentActiveAllowed>(Tenant(settings => settings with { PermanentActiveAllowed = null }), Held)
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused() =>
        Assert.That(
            Audit.With<PermanentActiveAllowed>(Tenant(Permitting).Lose(SnapshotParts.RoleSettings), Held).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void The_command_sets_an_end_for_this_role_by_its_id() =>
        Assert.That(
            Audit.With<PermanentActiveAllowed>(Tenant(Permitting), Held).Findings.Single().Fix.Command,
            Does.Contain($"roleDefinitionId eq '{A.Role(Exchange):D}'")
                .And.Contain(
                    "id = 'Expiration_Admin_Assignment'; isExpirationRequired = $true; maximumDuration = 'P15D'"
                )
        );

    private static TenantSnapshot Tenant(Func<RoleSettings, RoleSettings> change) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk", "Mira Solberg")
            .Eligible("Ines Falk", Exchange)
            .Settings(Exchange, change);

    private static TenantSnapshot JustInTime() =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Groups(Group)
            .Assigned(Group, Exchange)
            .EligibleMember(Group, "Ines Falk")
            .GroupSettings(Group, GroupAccess.Member, Permitting);

    private static RoleSettings Permitting(RoleSettings settings) => settings with { PermanentActiveAllowed = true };
}
