using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class RoleSettingsUntouchedTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Reports = "Reports Reader";
    private const string Group = "RAG - Helpdesk";

    [Test]
    public void Reports_settings_of_a_privileged_role_that_nobody_changed() =>
        Assert.That(
            Audit.With<RoleSettingsUntouched>(Eligible(Exchange, Untouched)).Severities,
            Is.EqualTo(new[] { (Exchange, Severity.Info) })
        );

    [Test]
    public void Silent_where_they_were_changed_once() =>
        Assert.That(
            Audit.With<RoleSettingsUntouched>(Eligible(Exchange, settings => settings)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Silent_about_roles_that_are_not_privileged() =>
        Assert.That(
            Audit.With<RoleSettingsUntouched>(Eligible(Reports, Untouched)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Silent_about_privileged_roles_that_nobody_activates() =>
        Assert.That(
            Audit
                .With<RoleSettingsUntouched>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Assigned("Ines Falk", Exchange)
                        .Settings(Exchange, Untouched)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_a_highly_privileged_role_while_nobody_is_eligible() =>
        Assert.That(
            Audit
                .With<RoleSettingsUntouched>(
                    A.Tenant.Settings("Global Administrator", Untouched).Settings("Privileged Role Administrator")
                )
                .Subjects,
            Is.EqualTo(new[] { "Global Administrator" })
        );

    [TestCase(Exchange, new[] { Group })]
    [TestCase(Reports, new string[0])]
    public void Reports_a_group_that_leads_to_a_privileged_role(string role, string[] subjects) =>
        Assert.That(
            Audit
                .With<RoleSettingsUntouched>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Groups(Group)
                        .Assigned(Group, role)
                        .EligibleMember(Group, "Ines Falk")
                        .GroupSettings(Group, GroupAccess.Member, Untouched)
                )
                .Subjects,
            Is.EqualTo(subjects)
        );

    [Test]
    public void What_no_new_policy_asks_for_was_set_by_somebody()
    {
        RoleSettings[] set =
        [
            A.Settings(SettingsOwner.Role(A.Role(Exchange))) with
            {
                ChangedAt = null,
            },
            Untouched(A.Settings(SettingsOwner.Role(A.Role(Exchange)))) with
            {
                Ticket = true,
            },
            Untouched(A.Settings(SettingsOwner.Role(A.Role(Exchange)))) with
            {
                ContextRequired = true,
                AuthenticationContext = "c1",
            },
        ];

        Assert.That(
            set.Select(one => Audit.With<RoleSettingsUntouched>(Eligible(Exchange, _ => one)).Outcome),
            Is.EqualTo(Enumerable.Repeat(RuleOutcome.Pass, 3))
        );
    }

    [Test]
    public void Blind_where_it_was_not_told_whether_they_ask_for_what_no_new_policy_asks_for()
    {
        Func<RoleSettings, RoleSettings>[] untold =
        [
            settings => Untouched(settings) with { ApprovalRequired = null },
            settings => Untouched(settings) with { ContextRequired = null },
            settings => Untouched(settings) with { Ticket = null },
        ];

        Assert.That(
            untold.Select(change => Audit.With<RoleSettingsUntouched>(Eligible(Exchange, change)).Outcome),
            Is.All.EqualTo(RuleOutcome.NotEvaluated)
        );
    }

    [Test]
    public void Blind_on_settings_that_could_not_be_read() =>
        Assert.That(
            Audit
                .With<RoleSettingsUntouched>(
                    Eligible(Exchange, Untouched).Lose(SnapshotParts.RoleSettings, A.Role(Exchange))
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused() =>
        Assert.That(
            Audit.With<RoleSettingsUntouched>(Eligible(Exchange, Untouched).Lose(SnapshotParts.RoleSettings)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Eligible(string role, Func<RoleSettings, RoleSettings> change) =>
        A.Tenant.HighestRolesSettled().Users("Ines Falk").Eligible("Ines Falk", role).Settings(role, change);

    /// <summary>As Graph documents a new policy.</summary>
    private static RoleSettings Untouched(RoleSettings settings) =>
        settings with
        {
            ChangedAt = null,
            ApprovalRequired = false,
            Approvers = [],
        };
}
