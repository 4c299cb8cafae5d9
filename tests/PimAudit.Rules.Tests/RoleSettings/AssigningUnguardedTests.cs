using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class AssigningUnguardedTests
{
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Reports = "Reports Reader";

    /// <summary>Settings of the other privileged roles do not matter here.</summary>
    private static readonly (string, string) Held = ("roles", "held");

    [Test]
    public void Reports_settings_that_ask_for_neither() =>
        Assert.That(
            Audit.With<AssigningUnguarded>(Asking(mfa: false, justification: false), Held).Severities,
            Is.EqualTo(new[] { (Helpdesk, Severity.Low) })
        );

    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    [TestCase(true, null)]
    [TestCase(null, true)]
    public void One_of_the_two_is_enough(bool? mfa, bool? justification) =>
        Assert.That(
            Audit.With<AssigningUnguarded>(Asking(mfa, justification), Held).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(false, null)]
    [TestCase(null, false)]
    [TestCase(null, null)]
    public void Blind_where_the_answer_hangs_on_what_was_not_told(bool? mfa, bool? justification) =>
        Assert.That(
            Audit.With<AssigningUnguarded>(Asking(mfa, justification), Held).Blind,
            Is.EqualTo(new[] { Helpdesk })
        );

    [Test]
    public void Looks_at_every_privileged_role_and_at_no_other_that_nobody_holds() =>
        Assert.That(
            Audit
                .With<AssigningUnguarded>(
                    A.Tenant.HighestRolesSettled().Settings(Helpdesk, Neither).Settings(Reports, Neither)
                )
                .Subjects,
            Is.EqualTo(new[] { Helpdesk })
        );

    [Test]
    public void Looks_at_a_side_of_a_group()
    {
        var run = Audit.With<AssigningUnguarded>(
            A.Tenant.HighestRolesSettled()
                .Users("Ines Falk")
                .Groups("RAG - Helpdesk")
                .Assigned("RAG - Helpdesk", Helpdesk)
                .EligibleMember("RAG - Helpdesk", "Ines Falk")
                .GroupSettings("RAG - Helpdesk", GroupAccess.Member, Neither),
            Held
        );

        Assert.That(run.Identity, Is.EqualTo(new[] { "access:member", $"group:{A.Id("RAG - Helpdesk"):D}" }));
    }

    [Test]
    public void Names_its_source_because_the_document_does_not_speak_of_it() =>
        Assert.That(
            Audit.With<AssigningUnguarded>(Asking(mfa: false, justification: false), Held).Findings.Single().Source,
            Does.StartWith("Microsoft Learn, ")
        );

    [Test]
    public void Not_evaluated_when_role_settings_were_refused() =>
        Assert.That(
            Audit
                .With<AssigningUnguarded>(
                    Asking(mfa: false, justification: false).Lose(SnapshotParts.RoleSettings),
                    Held
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Asking(bool? mfa, bool? justification) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Eligible("Ines Falk", Helpdesk)
            .Settings(
                Helpdesk,
                settings => settings with { AssigningMfa = mfa, AssigningJustification = justification }
            );

    private static RoleSettings Neither(RoleSettings settings) =>
        settings with
        {
            AssigningMfa = false,
            AssigningJustification = false,
        };
}
