using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class JustificationNotRequiredTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Reports_settings_that_ask_for_no_reason() =>
        Assert.That(
            Audit.With<JustificationNotRequired>(Asking(false)).Said,
            Is.EqualTo(new[] { (Exchange, "not required", "a justification on activation") })
        );

    [Test]
    public void Silent_when_a_reason_is_asked_for() =>
        Assert.That(Audit.With<JustificationNotRequired>(Asking(true)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Blind_where_the_policy_does_not_say() =>
        Assert.That(Audit.With<JustificationNotRequired>(Asking(null)).Blind, Is.EqualTo(new[] { Exchange }));

    [Test]
    public void Looks_at_the_owner_side_while_somebody_is_eligible_as_owner() =>
        Assert.That(
            Audit.With<JustificationNotRequired>(ThroughAGroup()).Findings.Select(finding => finding.Identity[0].Key),
            Is.EquivalentTo(new[] { "access:member", "access:owner" })
        );

    [Test]
    public void Not_evaluated_when_the_eligible_people_of_groups_were_refused() =>
        Assert.That(
            Audit.With<JustificationNotRequired>(Asking(true).Refuse(SnapshotParts.GroupEligibilities)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Names_the_role_of_which_these_are_the_settings() =>
        Assert.That(
            Audit.With<JustificationNotRequired>(Asking(false)).Findings.Single().Role?.Key,
            Is.EqualTo($"role:{A.Role(Exchange):D}")
        );

    [Test]
    public void Names_no_role_for_the_settings_of_a_group() =>
        Assert.That(
            Audit.With<JustificationNotRequired>(ThroughAGroup()).Findings.Select(finding => finding.Role),
            Is.EqualTo(new ObjectRef?[] { null, null })
        );

    private static TenantSnapshot Asking(bool? justification) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk")
            .Eligible("Ines Falk", Exchange)
            .Settings(Exchange, settings => settings with { Justification = justification });

    private static TenantSnapshot ThroughAGroup() =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk", "Mira Solberg")
            .Groups("RAG - Exchange")
            .Assigned("RAG - Exchange", Exchange)
            .EligibleMember("RAG - Exchange", "Ines Falk")
            .EligibleOwner("RAG - Exchange", "Mira Solberg")
            .GroupSettings("RAG - Exchange", GroupAccess.Member, Unasked)
            .GroupSettings("RAG - Exchange", GroupAccess.Owner, Unasked);

    private static RoleSettings Unasked(RoleSettings settings) => settings with { Justification = false };
}
