using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GroupSettingsWeakerThanRoleTests
{
    private const string Group = "RAG - Helpdesk";
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Password = "Password Administrator";

    [Test]
    public void Names_the_group_the_role_and_every_weaker_gate()
    {
        var run = Audit.With<GroupSettingsWeakerThanRole>(
            Carrying(settings =>
                settings with
                {
                    Mfa = false,
                    ApprovalRequired = false,
                    Justification = false,
                    LongestActivation = TimeSpan.FromHours(9),
                }
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Group,
                            "the group: no multifactor authentication, no approval, no justification, 9 h instead of 8 h",
                            "as for the role: multifactor authentication or an authentication context, approval, a justification, at most 8 h"
                        ),
                    }
                )
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Group):D}", $"role:{A.Role(Helpdesk):D}" }));
        }
    }

    [TestCaseSource(nameof(Gates))]
    public void Weighs_by_the_gate(Func<RoleSettings, RoleSettings> change, Severity severity) =>
        Assert.That(
            Audit.With<GroupSettingsWeakerThanRole>(Carrying(change)).Severities,
            Is.EqualTo(new[] { (Group, severity) })
        );

    [Test]
    public void Counts_each_role_of_a_bundle_alone() =>
        Assert.That(
            Counts(Bundle().Assigned(Group, Password).GroupSettings(Group).Settings(Helpdesk).Settings(Password)),
            Is.EqualTo((2, 0))
        );

    [Test]
    public void Blind_on_each_role_of_a_bundle_whose_settings_were_not_read() =>
        Assert.That(
            Counts(
                Bundle()
                    .Assigned(Group, Password)
                    .GroupSettings(Group)
                    .Settings(Helpdesk)
                    .Settings(Password)
                    .Lose(SnapshotParts.GroupSettings, A.Id(Group))
            ),
            Is.EqualTo((0, 2))
        );

    [Test]
    public void Blind_on_each_role_of_a_bundle_that_the_settings_do_not_tell_apart() =>
        Assert.That(
            Counts(
                Bundle()
                    .Assigned(Group, Password)
                    .GroupSettings(Group, GroupAccess.Member, settings => settings with { ApprovalRequired = null })
                    .Settings(Helpdesk)
                    .Settings(Password)
            ),
            Is.EqualTo((0, 2))
        );

    private static (int Judged, int Blind) Counts(TenantSnapshot tenant)
    {
        var counts = Audit.With<GroupSettingsWeakerThanRole>(tenant).Result.Counts;
        return (counts.Judged, counts.Blind);
    }

    [TestCaseSource(nameof(NotWeaker))]
    public void Silent_where_the_group_is_as_strict_or_stricter(Func<RoleSettings, RoleSettings> change) =>
        Assert.That(Audit.With<GroupSettingsWeakerThanRole>(Carrying(change)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Tickets_do_not_count() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(
                    Bundle().GroupSettings(Group).Settings(Helpdesk, settings => settings with { Ticket = true })
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Looks_at_each_role_of_a_bundle_alone() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(
                    Carrying(Unapproved).Assigned(Group, Password).Settings(Password, Unapproved)
                )
                .Findings.Select(finding => finding.Role?.Label),
            Is.EqualTo(new[] { Helpdesk })
        );

    [Test]
    public void One_role_at_two_scopes_is_one_finding() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(
                    Carrying(Unapproved).Assigned(Group, Helpdesk, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}")
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void A_group_of_approach_one_is_not_asked() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Groups(Group)
                        .Eligible(Group, Helpdesk)
                        .Member(Group, "Ines Falk")
                        .GroupSettings(Group, GroupAccess.Member, Unapproved)
                        .Settings(Helpdesk)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void A_group_whose_members_stand_activates_nothing() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Groups(Group)
                        .Assigned(Group, Helpdesk)
                        .Member(Group, "Ines Falk")
                        .GroupSettings(Group, GroupAccess.Member, Unapproved)
                        .Settings(Helpdesk)
                )
                .Findings,
            Is.Empty
        );

    [Test]
    public void Blind_on_a_role_whose_settings_were_not_read() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(
                    Carrying(Unapproved).Lose(SnapshotParts.RoleSettings, A.Role(Helpdesk))
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Blind_on_a_group_whose_settings_were_not_read() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(Carrying(Unapproved).Lose(SnapshotParts.GroupSettings, A.Id(Group)))
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Blind_where_the_approach_is_not_known() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(
                    Carrying(Unapproved).Lose(SnapshotParts.GroupEligibilities, A.Id(Group))
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Blind_where_one_of_the_two_does_not_say() =>
        Assert.That(
            Audit
                .With<GroupSettingsWeakerThanRole>(Carrying(settings => settings with { ApprovalRequired = null }))
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Blind_on_a_holder_who_may_be_a_group() =>
        Assert.That(
            Audit.With<GroupSettingsWeakerThanRole>(Carrying(same => same).Assigned("Somebody", Helpdesk)).Blind,
            Is.EqualTo(new[] { A.Id("Somebody").ToString("D") })
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused() =>
        Assert.That(
            Audit.With<GroupSettingsWeakerThanRole>(Carrying(Unapproved).Lose(SnapshotParts.RoleSettings)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static IEnumerable<TestCaseData> Gates()
    {
        yield return Case("mfa", settings => settings with { Mfa = false }, Severity.High);
        yield return Case("approval", Unapproved, Severity.High);
        yield return Case("justification", settings => settings with { Justification = false }, Severity.Medium);
        yield return Case(
            "length",
            settings => settings with { LongestActivation = new TimeSpan(8, 1, 0) },
            Severity.Medium
        );

        static TestCaseData Case(string name, Func<RoleSettings, RoleSettings> change, Severity severity) =>
            new TestCaseData(change, severity).SetArgDisplayNames(name);
    }

    private static IEnumerable<TestCaseData> NotWeaker()
    {
        yield return Case("the same", settings => settings);
        yield return Case("with a ticket", settings => settings with { Ticket = true });
        yield return Case("shorter", settings => settings with { LongestActivation = TimeSpan.FromHours(1) });
        yield return Case(
            "a context instead",
            settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = "c1" }
        );

        static TestCaseData Case(string name, Func<RoleSettings, RoleSettings> change) =>
            new TestCaseData(change).SetArgDisplayNames(name);
    }

    /// <summary>Approach 2 on a role that asks for everything.</summary>
    private static TenantSnapshot Carrying(Func<RoleSettings, RoleSettings> group) =>
        Bundle().GroupSettings(Group, GroupAccess.Member, group).Settings(Helpdesk);

    private static TenantSnapshot Bundle() =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Groups(Group)
            .Assigned(Group, Helpdesk)
            .EligibleMember(Group, "Ines Falk");

    private static RoleSettings Unapproved(RoleSettings settings) => settings with { ApprovalRequired = false };
}
