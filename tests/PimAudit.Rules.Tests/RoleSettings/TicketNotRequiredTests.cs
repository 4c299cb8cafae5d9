using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class TicketNotRequiredTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange";

    private static readonly (string, string) Configured = ("roles", A.Role(Exchange).ToString("D"));

    [Test]
    public void Reports_a_configured_role_that_asks_for_none() =>
        Assert.That(
            Audit.With<TicketNotRequired>(Asking(ticket: false), Configured).Said,
            Is.EqualTo(new[] { (Exchange, "not required", "ticket information on activation") })
        );

    [Test]
    public void Silent_where_it_is_asked_for() =>
        Assert.That(
            Audit.With<TicketNotRequired>(Asking(ticket: true), Configured).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_applicable_while_no_role_is_configured() =>
        Assert.That(
            Audit.With<TicketNotRequired>(Asking(ticket: false)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Looks_at_the_groups_that_lead_to_a_configured_role()
    {
        var run = Audit.With<TicketNotRequired>(
            Asking(ticket: true)
                .Groups(Group)
                .Assigned(Group, Exchange)
                .EligibleMember(Group, "Ines Falk")
                .GroupSettings(Group),
            Configured
        );

        Assert.That(run.Identity, Is.EqualTo(new[] { "access:member", $"group:{A.Id(Group):D}" }));
    }

    [Test]
    public void Keeps_in_the_command_what_is_asked_for_already() =>
        Assert.That(
            Audit.With<TicketNotRequired>(Asking(ticket: false), Configured).Findings.Single().Fix.Command,
            Does.Contain("enabledRules = @('MultiFactorAuthentication', 'Justification', 'Ticketing')")
        );

    [Test]
    public void Blind_where_the_policy_does_not_say() =>
        Assert.That(
            Audit.With<TicketNotRequired>(Asking(ticket: null), Configured).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Blind_on_settings_that_could_not_be_read() =>
        Assert.That(
            Audit
                .With<TicketNotRequired>(
                    Asking(ticket: false).Lose(SnapshotParts.RoleSettings, A.Role(Exchange)),
                    Configured
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    /// <summary>Somebody may be eligible there, past settings that nobody looked at.</summary>
    [Test]
    public void Blind_on_a_group_of_which_it_is_not_known_who_is_eligible() =>
        Assert.That(
            Audit
                .With<TicketNotRequired>(
                    Asking(ticket: true)
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .Member(Group, "Ines Falk")
                        .Gap(SnapshotParts.GroupEligibilities, Group),
                    Configured
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Does_not_mind_a_group_without_a_configured_role() =>
        Assert.That(
            Audit
                .With<TicketNotRequired>(
                    Asking(ticket: true)
                        .Groups(Group)
                        .Assigned(Group, "Reports Reader")
                        .Member(Group, "Ines Falk")
                        .Gap(SnapshotParts.GroupEligibilities, Group),
                    Configured
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    private static TenantSnapshot Asking(bool? ticket) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Eligible("Ines Falk", Exchange)
            .Settings(Exchange, settings => settings with { Ticket = ticket });
}
