using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.TestKit.NotificationsOf;

namespace PimAudit.Rules.Tests;

public sealed class AssignmentUnannouncedTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Helpdesk";

    [Test]
    public void Silent_while_the_default_recipients_are_told() =>
        Assert.That(Run(settings => settings).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(MadeEligible, "when a member is assigned as eligible, nobody is told")]
    [TestCase(MadeActive, "when a member is assigned as active, nobody is told")]
    public void Reports_each_alert_that_goes_to_nobody(string ruleId, string observed)
    {
        var run = Run(settings => settings.Telling(ruleId, defaults: false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.Medium) }));
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (Exchange, observed, "default recipients, or an added one, for the alert to administrators"),
                    }
                )
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}" }));
            Assert.That(
                run.Findings.Single().Fix.Command,
                Does.Contain($"UnifiedRoleManagementPolicyRuleId '{ruleId}'").And.Contain($"'{A.Role(Exchange):D}'")
            );
        }
    }

    [Test]
    public void Names_both_alerts_in_one_finding() =>
        Assert.That(
            Run(settings => settings.Telling(MadeEligible, defaults: false).Telling(MadeActive, defaults: false))
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(
                new[]
                {
                    "when a member is assigned as eligible, nobody is told; when a member is assigned as active, nobody is told",
                }
            )
        );

    [Test]
    public void An_added_recipient_is_enough() =>
        Assert.That(
            Run(settings =>
                settings
                    .Telling(MadeEligible, defaults: false, "soc@contoso.example")
                    .Telling(MadeActive, defaults: null, "soc@contoso.example")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_the_alert_about_activations_to_its_neighbour() =>
        Assert.That(
            Run(settings => settings.Telling(Activated, defaults: false)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(true, "only the default recipients are told")]
    [TestCase(false, "nobody is told")]
    [TestCase(null, "no added recipient is told")]
    public void A_profile_may_ask_for_an_added_recipient(bool? defaults, string state)
    {
        var finding = Run(
            settings =>
                settings.Telling(MadeEligible, defaults).Telling(MadeActive, defaults: true, "soc@contoso.example"),
            ("requireAddedRecipient", "true"),
            ("roles", A.Role(Exchange).ToString("D"))
        )
            .Findings.Single();

        Assert.That(
            (finding.Observed, finding.Expected, finding.Fix.Command),
            Is.EqualTo(
                (
                    $"when a member is assigned as eligible, {state}",
                    "an added recipient for the alert to administrators",
                    (string?)null
                )
            )
        );
    }

    [Test]
    public void Blind_where_it_was_not_told_whether_the_defaults_are_on() =>
        Assert.That(
            Run(settings => settings.Telling(MadeActive, defaults: null)).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Blind_without_the_rule_in_the_policy() =>
        Assert.That(
            Run(settings => settings with { Notifications = [settings.Notifications[0]] }).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Looks_at_privileged_roles_that_nobody_holds() =>
        Assert.That(
            Audit
                .With<AssignmentUnannounced>(
                    Highest().Settings("Helpdesk Administrator", Silent).Settings("Message Center Reader", Silent)
                )
                .Subjects,
            Is.EqualTo(new[] { "Helpdesk Administrator" })
        );

    [Test]
    public void Looks_at_the_side_of_a_group_that_is_activated()
    {
        var run = Audit.With<AssignmentUnannounced>(
            Highest()
                .Users("Ines Falk")
                .Groups(Group)
                .Assigned(Group, "Helpdesk Administrator")
                .EligibleMember(Group, "Ines Falk")
                .Settings("Helpdesk Administrator", Announced)
                .GroupSettings(Group, GroupAccess.Member, Silent)
        );

        Assert.That(run.Identity, Is.EqualTo(new[] { "access:member", $"group:{A.Id(Group):D}" }));
    }

    [Test]
    public void Names_the_role_only_for_the_settings_of_a_role() =>
        Assert.That(
            Audit
                .With<AssignmentUnannounced>(
                    Highest()
                        .Users("Ines Falk")
                        .Groups(Group)
                        .Assigned(Group, "Helpdesk Administrator")
                        .EligibleMember(Group, "Ines Falk")
                        .Settings("Helpdesk Administrator", Silent)
                        .GroupSettings(Group, GroupAccess.Member, Silent)
                )
                .Findings.Select(finding => (finding.Subject.Label, finding.Role?.Label)),
            Is.EquivalentTo(new[] { ("Helpdesk Administrator", "Helpdesk Administrator"), (Group, null) })
        );

    [Test]
    public void Blind_where_the_settings_were_not_read() =>
        Assert.That(
            Audit
                .With<AssignmentUnannounced>(
                    Highest()
                        .Users("Ines Falk")
                        .Eligible("Ines Falk", Exchange)
                        .Settings("Helpdesk Administrator", Announced)
                        .Settings(Exchange, Silent)
                        .Lose(SnapshotParts.RoleSettings, A.Role(Exchange))
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    private static TenantSnapshot Highest() =>
        A.Tenant.Settings("Global Administrator", Announced).Settings("Privileged Role Administrator", Announced) with
        {
            Roles = [.. A.Tenant.Roles.Where(role => Known.Contains(role.DisplayName))],
        };

    private static readonly string?[] Known =
    [
        Exchange,
        "Global Administrator",
        "Helpdesk Administrator",
        "Message Center Reader",
        "Privileged Role Administrator",
    ];

    private static RoleSettings Announced(RoleSettings settings) => settings.Announced();

    private static RoleSettings Silent(RoleSettings settings) =>
        settings.Announced().Telling(MadeEligible, defaults: false);

    private static RuleRun Run(
        Func<RoleSettings, RoleSettings> change,
        params (string Name, string Value)[] parameters
    ) =>
        Audit.With<AssignmentUnannounced>(
            Highest()
                .Users("Ines Falk")
                .Eligible("Ines Falk", Exchange)
                .Settings("Helpdesk Administrator", Announced)
                .Settings(Exchange, settings => change(settings.Announced())),
            parameters
        );
}
