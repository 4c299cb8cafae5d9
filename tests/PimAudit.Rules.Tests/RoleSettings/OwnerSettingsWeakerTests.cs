using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class OwnerSettingsWeakerTests
{
    private const string Group = "RAG - Helpdesk";
    private const string Helpdesk = "Helpdesk Administrator";

    [Test]
    public void Names_the_group_and_every_weaker_gate()
    {
        var run = Audit.With<OwnerSettingsWeaker>(
            Owners(settings =>
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
                            "owners: no multifactor authentication, no approval, no justification, 9 h instead of 8 h",
                            "as for members: multifactor authentication or an authentication context, approval, a justification, at most 8 h"
                        ),
                    }
                )
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Group):D}" }));
        }
    }

    [TestCaseSource(nameof(Gates))]
    public void Weighs_by_the_gate(Func<RoleSettings, RoleSettings> change, Severity severity) =>
        Assert.That(
            Audit.With<OwnerSettingsWeaker>(Owners(change)).Severities,
            Is.EqualTo(new[] { (Group, severity) })
        );

    [TestCaseSource(nameof(NotWeaker))]
    public void Silent_where_they_are_as_strict_or_stricter(Func<RoleSettings, RoleSettings> change) =>
        Assert.That(Audit.With<OwnerSettingsWeaker>(Owners(change)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Silent_about_what_both_sides_lack() =>
        Assert.That(Audit.With<OwnerSettingsWeaker>(Owners(Careless, Careless)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Not_applicable_while_nobody_is_eligible_as_owner() =>
        Assert.That(
            Audit
                .With<OwnerSettingsWeaker>(
                    Members().GroupSettings(Group).GroupSettings(Group, GroupAccess.Owner, Careless)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void A_standing_owner_activates_nothing() =>
        Assert.That(
            Audit
                .With<OwnerSettingsWeaker>(
                    Members()
                        .Owner(Group, "Mira Solberg")
                        .GroupSettings(Group)
                        .GroupSettings(Group, GroupAccess.Owner, Careless)
                )
                .Findings,
            Is.Empty
        );

    [Test]
    public void Leaves_a_missing_approval_before_a_highly_privileged_role_to_the_rule_about_that()
    {
        var tenant = Owners(Unapproved).Assigned(Group, "Global Administrator");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Audit.With<OwnerSettingsWeaker>(tenant).Outcome, Is.EqualTo(RuleOutcome.Pass));
            Assert.That(
                Audit.With<ApprovalNotRequired>(tenant).Identity,
                Is.EqualTo(new[] { "access:owner", $"group:{A.Id(Group):D}" })
            );
        }
    }

    [Test]
    public void Still_reports_the_other_gates_before_a_highly_privileged_role() =>
        Assert.That(
            Audit
                .With<OwnerSettingsWeaker>(
                    Owners(settings => Unapproved(settings) with { Justification = false })
                        .Assigned(Group, "Global Administrator")
                )
                .Findings.Select(finding => (finding.Observed, finding.Severity)),
            Is.EqualTo(new[] { ("owners: no justification", Severity.Medium) })
        );

    [TestCaseSource(nameof(Gates))]
    public void The_rules_about_each_gate_do_not_say_it_again(Func<RoleSettings, RoleSettings> change, Severity _)
    {
        var tenant = Owners(change);

        Assert.That(
            Audit
                .With<MfaNotRequired>(tenant)
                .Subjects.Concat(Audit.With<JustificationNotRequired>(tenant).Subjects)
                .Concat(Audit.With<ApprovalNotRequired>(tenant).Subjects)
                .Concat(Audit.With<ActivationTooLong>(tenant).Subjects),
            Is.Empty
        );
    }

    [Test]
    public void The_rules_about_each_gate_say_what_both_sides_lack()
    {
        var tenant = Owners(Careless, Careless);

        Assert.That(
            new[]
            {
                Audit.With<MfaNotRequired>(tenant),
                Audit.With<JustificationNotRequired>(tenant),
                Audit.With<ActivationTooLong>(tenant),
            }.Select(run => run.Findings.Length),
            Is.EqualTo(new[] { 2, 2, 2 })
        );
    }

    [Test]
    public void Nobody_says_it_while_the_member_settings_are_not_known()
    {
        var all = Owners(Careless);
        var member = SettingsOwner.Group(A.Id(Group), GroupAccess.Member);
        var tenant = all with { RoleSettings = [.. all.RoleSettings.Where(one => one.Owner != member)] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Audit.With<OwnerSettingsWeaker>(tenant).Blind, Is.EqualTo(new[] { Group }));
            Assert.That(Audit.With<MfaNotRequired>(tenant).Blind, Is.EqualTo(new[] { Group, Group }));
            Assert.That(Audit.With<MfaNotRequired>(tenant).Findings, Is.Empty);
        }
    }

    [Test]
    public void Blind_where_one_of_the_two_does_not_say() =>
        Assert.That(
            Audit.With<OwnerSettingsWeaker>(Owners(settings => settings with { Justification = null })).Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void A_gate_that_is_certainly_weaker_counts_beside_one_that_is_not_told() =>
        Assert.That(
            Audit
                .With<OwnerSettingsWeaker>(
                    Owners(settings =>
                        settings with
                        {
                            Justification = null,
                            LongestActivation = TimeSpan.FromHours(9),
                        }
                    )
                )
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "owners: 9 h instead of 8 h" })
        );

    [Test]
    public void Blind_where_it_is_not_known_who_is_eligible() =>
        Assert.That(
            Audit.With<OwnerSettingsWeaker>(Owners(Careless).Lose(SnapshotParts.GroupEligibilities, A.Id(Group))).Blind,
            Does.Contain(Group)
        );

    [Test]
    public void Not_evaluated_when_group_settings_were_refused() =>
        Assert.That(
            Audit.With<OwnerSettingsWeaker>(Owners(Careless).Lose(SnapshotParts.GroupSettings)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void The_command_asks_the_owners_for_what_needs_no_decision() =>
        Assert.That(
            Audit.With<OwnerSettingsWeaker>(Owners(Careless)).Findings.Single().Fix.Command,
            Does.Contain($"scopeId eq '{A.Id(Group):D}' and scopeType eq 'Group' and roleDefinitionId eq 'owner'")
                .And.Contain("enabledRules = @('MultiFactorAuthentication', 'Justification')")
                .And.Contain("maximumDuration = 'PT8H'")
        );

    [Test]
    public void Mentions_who_is_eligible_as_owner() =>
        Assert.That(
            Audit
                .With<OwnerSettingsWeaker>(Owners(Careless))
                .Findings.Single()
                .Related.Select(one => (one.Object.Label, one.Relation)),
            Is.EqualTo(new[] { ("Mira Solberg", "eligible as owner") })
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
        yield return Case("no ticket", settings => settings with { Ticket = false });
        yield return Case("shorter", settings => settings with { LongestActivation = TimeSpan.FromHours(1) });
        yield return Case(
            "a context instead",
            settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = "c1" }
        );

        static TestCaseData Case(string name, Func<RoleSettings, RoleSettings> change) =>
            new TestCaseData(change).SetArgDisplayNames(name);
    }

    /// <summary>A just-in-time group whose members ask for everything, a ticket included.</summary>
    private static TenantSnapshot Owners(
        Func<RoleSettings, RoleSettings> owner,
        Func<RoleSettings, RoleSettings>? member = null
    ) =>
        Members()
            .EligibleOwner(Group, "Mira Solberg")
            .GroupSettings(
                Group,
                GroupAccess.Member,
                settings => (member ?? (same => same))(settings) with { Ticket = true }
            )
            .GroupSettings(Group, GroupAccess.Owner, owner);

    private static TenantSnapshot Members() =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk", "Mira Solberg")
            .Groups(Group)
            .Assigned(Group, Helpdesk)
            .EligibleMember(Group, "Ines Falk");

    private static RoleSettings Unapproved(RoleSettings settings) => settings with { ApprovalRequired = false };

    private static RoleSettings Careless(RoleSettings settings) =>
        settings with
        {
            Mfa = false,
            Justification = false,
            LongestActivation = TimeSpan.FromHours(24),
        };
}
