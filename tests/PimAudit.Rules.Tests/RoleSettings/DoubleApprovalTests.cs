using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class DoubleApprovalTests
{
    private const string Group = "RAG - Exchange";
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Reports_a_way_on_which_both_activations_wait()
    {
        var run = Audit.With<DoubleApproval>(Mixed(group: true, role: true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(new[] { (Group, $"approval for {Group} and for {Exchange}", "one approval for one task") })
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Group, Severity.Info) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Group):D}", $"role:{A.Role(Exchange):D}" }));
        }
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(false, false)]
    [TestCase(null, false)]
    [TestCase(false, null)]
    public void Silent_where_one_of_the_two_does_not_wait(bool? group, bool? role) =>
        Assert.That(Audit.With<DoubleApproval>(Mixed(group, role)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [TestCase(true, null)]
    [TestCase(null, true)]
    [TestCase(null, null)]
    public void Blind_where_both_may_wait(bool? group, bool? role) =>
        Assert.That(Audit.With<DoubleApproval>(Mixed(group, role)).Blind, Is.EqualTo(new[] { Group }));

    [Test]
    public void Several_people_and_scopes_are_one_finding() =>
        Assert.That(
            Audit
                .With<DoubleApproval>(
                    Mixed(group: true, role: true)
                        .EligibleMember(Group, "Mira Solberg")
                        .Eligible(Group, Exchange, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}")
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Finds_two_memberships_in_a_row_too() =>
        Assert.That(
            Audit
                .With<DoubleApproval>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Groups("Inner", Group)
                        .Assigned(Group, Exchange)
                        .EligibleMember(Group, "Inner")
                        .EligibleMember("Inner", "Ines Falk")
                        .GroupSettings(Group)
                        .GroupSettings("Inner")
                )
                .Findings.Select(finding => (finding.Subject.Label, finding.Observed)),
            Is.EqualTo(new[] { (Group, $"approval for Inner and for {Group}") })
        );

    [Test]
    public void Not_applicable_where_one_activation_is_enough() =>
        Assert.That(
            Audit
                .With<DoubleApproval>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Groups(Group)
                        .Assigned(Group, Exchange)
                        .EligibleMember(Group, "Ines Falk")
                        .GroupSettings(Group)
                        .Settings(Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_on_a_group_of_which_it_is_not_known_who_is_eligible() =>
        Assert.That(
            Audit
                .With<DoubleApproval>(
                    Mixed(group: true, role: true).Lose(SnapshotParts.GroupEligibilities, A.Id(Group))
                )
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Blind_on_settings_that_were_not_read() =>
        Assert.That(
            Audit
                .With<DoubleApproval>(Mixed(group: true, role: true).Lose(SnapshotParts.GroupSettings, A.Id(Group)))
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Not_evaluated_when_group_settings_were_refused() =>
        Assert.That(
            Audit.With<DoubleApproval>(Mixed(group: true, role: true).Lose(SnapshotParts.GroupSettings)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Mixed(bool? group, bool? role) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Ines Falk", "Mira Solberg")
            .Groups(Group)
            .Eligible(Group, Exchange)
            .EligibleMember(Group, "Ines Falk")
            .GroupSettings(Group, GroupAccess.Member, settings => settings with { ApprovalRequired = group })
            .Settings(Exchange, settings => settings with { ApprovalRequired = role });
}
