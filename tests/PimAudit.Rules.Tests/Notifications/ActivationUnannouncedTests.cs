using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.TestKit.NotificationsOf;

namespace PimAudit.Rules.Tests;

public sealed class ActivationUnannouncedTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Bundle";

    [Test]
    public void Silent_while_somebody_is_told() =>
        Assert.That(Run(Tenant.Settings(Exchange, Told)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_a_role_whose_activation_goes_to_nobody()
    {
        var run = Run(Tenant.Settings(Exchange, Silent));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.Medium) }));
            Assert.That(
                run.Findings.Single().Observed,
                Is.EqualTo("when an eligible member activates, nobody is told")
            );
            Assert.That(run.Findings.Single().Fix.Command, Does.Contain($"'{Activated}'"));
        }
    }

    [Test]
    public void Global_administrator_weighs_more() =>
        Assert.That(
            Run(Tenant.Settings(Exchange, Told), Silent).Severities,
            Is.EqualTo(new[] { (Global, Severity.High) })
        );

    [TestCase(Global, Severity.High)]
    [TestCase(Exchange, Severity.Medium)]
    public void So_does_a_group_whose_activation_leads_to_it(string role, Severity severity) =>
        Assert.That(
            Run(
                Tenant
                    .Settings(Exchange, Told)
                    .Groups(Group)
                    .Assigned(Group, role)
                    .EligibleMember(Group, "Ines Falk")
                    .GroupSettings(Group, GroupAccess.Member, Silent)
            ).Severities,
            Is.EqualTo(new[] { (Group, severity) })
        );

    [Test]
    public void Names_the_role_only_for_the_settings_of_a_role() =>
        Assert.That(
            Run(
                Tenant
                    .Settings(Exchange, Silent)
                    .Groups(Group)
                    .Assigned(Group, Exchange)
                    .EligibleMember(Group, "Ines Falk")
                    .GroupSettings(Group, GroupAccess.Member, Silent)
            )
                .Findings.Select(finding => (finding.Subject.Label, finding.Role?.Label)),
            Is.EquivalentTo(new[] { (Exchange, Exchange), (Group, null) })
        );

    [Test]
    public void And_its_owners_side() =>
        Assert.That(
            Run(
                Tenant
                    .Settings(Exchange, Told)
                    .Groups(Group)
                    .Assigned(Group, Global)
                    .EligibleOwner(Group, "Ines Falk")
                    .GroupSettings(Group, GroupAccess.Owner, Silent)
            ).Severities,
            Is.EqualTo(new[] { (Group, Severity.High) })
        );

    [Test]
    public void Leaves_the_alerts_about_assignments_to_its_neighbour() =>
        Assert.That(
            Run(Tenant.Settings(Exchange, settings => Told(settings).Telling(MadeActive, defaults: false))).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_added_recipient_is_enough_and_a_profile_may_ask_for_one()
    {
        var added = Tenant.Settings(
            Exchange,
            settings => Told(settings).Telling(Activated, defaults: false, "soc@contoso.example")
        );
        var roles = ("roles", A.Role(Exchange).ToString("D"));

        Assert.That(
            (
                Audit.With<ActivationUnannounced>(added, roles, ("requireAddedRecipient", "true")).Outcome,
                Audit
                    .With<ActivationUnannounced>(
                        Tenant.Settings(Exchange, Told),
                        roles,
                        ("requireAddedRecipient", "true")
                    )
                    .Outcome
            ),
            Is.EqualTo((RuleOutcome.Pass, RuleOutcome.Fail))
        );
    }

    [TestCase("")]
    [TestCase(" ")]
    public void A_recipient_without_an_address_is_nobody(string address) =>
        Assert.That(
            Run(
                Tenant.Settings(Exchange, settings => Told(settings).Telling(Activated, defaults: false, address))
            ).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [Test]
    public void Blind_where_it_was_not_told() =>
        Assert.That(
            Run(Tenant.Settings(Exchange, settings => settings.Telling(Activated, defaults: null))).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [TestCase(SnapshotParts.RoleSettings)]
    [TestCase(SnapshotParts.GroupSettings)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    public void Not_evaluated_without_a_part(SnapshotParts part) =>
        Assert.That(Run(Tenant.Settings(Exchange, Silent).Lose(part)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ines Falk")
        .Eligible("Ines Falk", Exchange)
        .Settings("Privileged Role Administrator", Told) with
    {
        Roles =
        [
            .. A.Tenant.Roles.Where(role => role.DisplayName is Exchange or Global or "Privileged Role Administrator"),
        ],
    };

    private static RoleSettings Told(RoleSettings settings) => settings.Announced();

    private static RoleSettings Silent(RoleSettings settings) =>
        settings.Announced().Telling(Activated, defaults: false);

    private static RuleRun Run(TenantSnapshot tenant, Func<RoleSettings, RoleSettings>? global = null) =>
        Audit.With<ActivationUnannounced>(tenant.Settings(Global, global ?? Told));
}
