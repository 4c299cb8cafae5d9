using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

/// <summary>What the settings table says, and how heavy.</summary>
public sealed class SettingsTableTests
{
    private const string Crew = "RAG - Exchange Admins";
    private const string Role = "Exchange Administrator";
    private const string Global = "Global Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").Groups(Crew).HighestRolesSettled();

    [Test]
    public void Approvers_and_context_are_told_in_words() =>
        Assert.That(
            new (string Setting, Func<RoleSettings, RoleSettings> Change)[]
            {
                ("approvers", settings => settings),
                ("approvers", settings => settings with { Approvers = [] }),
                ("approvers", settings => settings with { ApprovalRequired = false }),
                ("approvers", settings => settings with { ApprovalRequired = null }),
                ("authenticationContext", settings => settings),
                ("authenticationContext", settings => settings with { ContextRequired = true }),
                (
                    "authenticationContext",
                    settings => settings with { ContextRequired = true, AuthenticationContext = "c1" }
                ),
                ("authenticationContext", settings => settings with { ContextRequired = null }),
            }.Select(one => ValueOf(one.Setting, one.Change)),
            Is.EqualTo(["1 named", "nobody named", "none", null, "none", "required, which one is not said", "c1", null])
        );

    [Test]
    public void The_limit_of_an_activation_is_that_of_the_tier()
    {
        var rows = Judge(Tenant.Eligible("Ada", Role).Settings(Role), Limits)
            .RoleSettings.Where(row => row.Setting is "longestActivation")
            .ToDictionary(row => row.Owner.Label, row => row.Expected);

        Assert.That((rows[Role], rows[Global]), Is.EqualTo(("at most 10 h", "at most 9 h")));
    }

    [Test]
    public void A_deviation_weighs_what_its_finding_weighs_and_nothing_else_weighs_anything()
    {
        var tenant = Tenant
            .Eligible("Ada", Role)
            .Settings(Role, settings => settings with { Justification = false, Mfa = null });
        var rows = Judge(tenant, AuditConfiguration.Empty)
            .RoleSettings.Where(row => row.Owner.Label == Role)
            .ToDictionary(row => row.Setting);
        var finding = Judge(tenant, AuditConfiguration.Empty).Findings.Single(one => one.RuleId is "PIM202");

        Assert.That(
            new[] { "justification", "mfa", "ticket", "longestActivation" }.Select(name => rows[name].Severity),
            Is.EqualTo(new Severity?[] { finding.Severity, null, null, null })
        );
    }

    [Test]
    public void A_severity_of_the_configuration_is_that_of_the_cell() =>
        Assert.That(
            Judge(
                Tenant.Eligible("Ada", Role).Settings(Role, settings => settings with { Justification = false }),
                Configured.With("PIM202", severity: Severity.Info)
            )
                .RoleSettings.Single(row => row.Verdict is SettingVerdict.Deviates && row.Setting is "justification")
                .Severity,
            Is.EqualTo(Severity.Info)
        );

    /// <summary>A finding of a rule without a ladder weighs what the rule weighs.</summary>
    [TestCase(null, Severity.High)]
    [TestCase(Severity.Low, Severity.Low)]
    public void A_cell_weighs_what_the_rule_says_of_this_finding_or_else_of_all(Severity? said, Severity expected)
    {
        var rule = new StubRule(
            StubRule.Usual with
            {
                Id = "PIM202",
            },
            context => context.HeldSettings().Take(1).Select(held => StubRule.Breaks(held.Subject, said))
        );

        Assert.That(
            Audit
                .Judge(Tenant, AuditConfiguration.Empty, rule)
                .RoleSettings.Single(row => row.Verdict is SettingVerdict.Deviates)
                .Severity,
            Is.EqualTo(expected)
        );
    }

    /// <summary>Roles that nobody activates follow, because somebody looks for them here too.</summary>
    [Test]
    public void Roles_on_paths_that_gate_nothing_follow_by_id_and_are_named_once()
    {
        string[] standing = ["Exchange Administrator", "User Administrator", "SharePoint Administrator"];
        var tenant = standing.Aggregate(Tenant, (so, role) => so.Assigned("Ada", role).Assigned(Crew, role));
        var owners = Judge(tenant.Member(Crew, "Ada").Assigned("Ada", Global), AuditConfiguration.Empty)
            .RoleSettings.Where(row => row.Setting is "mfa")
            .Select(row => row.Owner.Label);

        Assert.That(
            owners,
            Is.EqualTo(
                new[] { Global, "Privileged Role Administrator" }.Concat(
                    standing.OrderBy(role => A.Role(role).ToString("D"), StringComparer.Ordinal)
                )
            )
        );
    }

    [Test]
    public void What_a_rule_says_of_one_side_of_a_group_is_not_said_of_the_other()
    {
        var rows = Judge(
            Tenant
                .Assigned(Crew, Role)
                .EligibleMember(Crew, "Ada")
                .EligibleOwner(Crew, "Ada")
                .GroupSettings(Crew)
                .GroupSettings(Crew, GroupAccess.Owner, settings => settings with { Justification = false }),
            AuditConfiguration.Empty
        )
            .RoleSettings.Where(row => row.Owner.Label == Crew && row.Setting is "justification");

        Assert.That(
            rows.Select(row => (row.Access, row.Verdict)),
            Is.EqualTo([
                ((GroupAccess?)GroupAccess.Member, SettingVerdict.Meets),
                (GroupAccess.Owner, SettingVerdict.Deviates),
            ])
        );
    }

    private static AuditConfiguration Limits =>
        Configured.With("PIM204", parameters: [("maxHours", ["10"]), ("maxHoursHighlyPrivileged", ["9"])]);

    private static string? ValueOf(string setting, Func<RoleSettings, RoleSettings> change) =>
        Judge(Tenant.Eligible("Ada", Role).Settings(Role, change), AuditConfiguration.Empty)
            .RoleSettings.Single(row => row.Owner.Label == Role && row.Setting == setting)
            .Value;

    private static AuditResult Judge(TenantSnapshot tenant, AuditConfiguration configuration) =>
        Audit.Judge(tenant, configuration, [.. Catalogue.All]);
}
