using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class MfaNotRequiredTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Reports_settings_that_ask_for_neither()
    {
        var run = Audit.With<MfaNotRequired>(Asking(mfa: false, context: false));

        Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.High) }));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, null)]
    [TestCase(null, true)]
    public void One_of_the_two_is_enough(bool? mfa, bool? context) =>
        Assert.That(Audit.With<MfaNotRequired>(Asking(mfa, context)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(null, false)]
    [TestCase(false, null)]
    public void Blind_where_the_answer_hangs_on_what_was_not_told(bool? mfa, bool? context) =>
        Assert.That(Audit.With<MfaNotRequired>(Asking(mfa, context)).Blind, Is.EqualTo(new[] { Exchange }));

    [Test]
    public void Keeps_in_the_command_what_is_asked_for_already() =>
        Assert.That(
            Audit.With<MfaNotRequired>(Asking(mfa: false, context: false)).Findings.Single().Fix.Command,
            Does.Contain($"roleDefinitionId eq '{A.Role(Exchange):D}'")
                .And.Contain("enabledRules = @('Justification', 'MultiFactorAuthentication')")
        );

    [Test]
    public void Looks_at_privileged_roles_when_asked_to() =>
        Assert.That(
            Audit
                .With<MfaNotRequired>(
                    A.Tenant.HighestRolesSettled()
                        .Settings("Helpdesk Administrator", Neither)
                        .Settings("Message Center Reader", Neither),
                    ("roles", "privileged")
                )
                .Subjects,
            Is.EqualTo(new[] { "Helpdesk Administrator" })
        );

    /// <summary>A list of roles leads to the same groups as any other choice: who is eligible there was not read.</summary>
    [TestCase(Exchange, RuleOutcome.NotEvaluated)]
    [TestCase("Reports Reader", RuleOutcome.Pass)]
    public void Blind_on_a_group_that_holds_a_listed_role_and_whose_eligible_people_were_not_read(
        string role,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Audit
                .With<MfaNotRequired>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Settings(Exchange)
                        .Groups("RAG - Group")
                        .Assigned("RAG - Group", role)
                        .Member("RAG - Group", "Ines Falk")
                        .Gap(SnapshotParts.GroupEligibilities, "RAG - Group"),
                    ("roles", A.Role(Exchange).ToString("D"))
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    /// <summary>Somebody in it may activate the ownership, by settings at which nobody looks.</summary>
    [Test]
    public void Blind_on_a_group_that_is_eligible_as_owner_and_whose_people_were_not_read() =>
        Assert.That(
            Audit
                .With<MfaNotRequired>(
                    A.Tenant.HighestRolesSettled()
                        .Groups("RAG - Group", "RAG - Owners")
                        .Assigned("RAG - Group", Exchange)
                        .EligibleOwner("RAG - Group", "RAG - Owners")
                        .GroupSettings("RAG - Group", GroupAccess.Owner, Neither)
                        .Gap(SnapshotParts.GroupMembers, "RAG - Owners")
                )
                .Blind,
            Is.EqualTo(new[] { "RAG - Owners" })
        );

    private static TenantSnapshot Asking(bool? mfa, bool? context) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Eligible("Ines Falk", Exchange)
            .Settings(Exchange, settings => settings with { Mfa = mfa, ContextRequired = context });

    private static RoleSettings Neither(RoleSettings settings) =>
        settings with
        {
            Mfa = false,
            ContextRequired = false,
        };
}
