using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ImmediateRoleBehindGroupTests
{
    private const string Group = "RAG - Mail";
    private const string Exchange = "Exchange Administrator";
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Unit = "/administrativeUnits/0f0e0d0c-0b0a-4908-8706-050403020100";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ines Falk")
        .Groups(Group)
        .EligibleMember(Group, "Ines Falk");

    [TestCase(Exchange)]
    [TestCase("Exchange Recipient Administrator")]
    [TestCase("SharePoint Administrator")]
    [TestCase("Compliance Administrator")]
    [TestCase("Compliance Data Administrator")]
    [TestCase("Purview Workload Content Administrator")]
    [TestCase("Purview Workload Content Reader")]
    [TestCase("Purview Workload Content Writer")]
    public void Reports_a_role_that_must_take_effect_at_once(string role) =>
        Assert.That(
            Audit
                .With<ImmediateRoleBehindGroup>(Tenant.Assigned(Group, role))
                .Findings.Select(finding => (finding.Subject.Label, finding.Role!.Label, finding.Severity)),
            Is.EqualTo(new[] { (Group, role, Severity.Medium) })
        );

    [Test]
    public void Does_not_look_at_other_roles() =>
        Assert.That(
            Audit.With<ImmediateRoleBehindGroup>(Tenant.Assigned(Group, Helpdesk)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Looks_at_the_roles_that_the_configuration_names() =>
        Assert.That(
            Audit
                .With<ImmediateRoleBehindGroup>(
                    Tenant.Assigned(Group, Helpdesk).Assigned(Group, Exchange),
                    ("immediateRoles", A.Role(Helpdesk).ToString("D"))
                )
                .Findings.Select(finding => finding.Role!.Label),
            Is.EqualTo(new[] { Helpdesk })
        );

    [Test]
    public void Passes_approach_1() =>
        Assert.That(
            Audit
                .With<ImmediateRoleBehindGroup>(
                    A.Tenant.Users("Ines Falk").Groups(Group).Member(Group, "Ines Falk").Eligible(Group, Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Makes_one_finding_of_a_role_at_two_scopes() =>
        Assert.That(
            Audit
                .With<ImmediateRoleBehindGroup>(Tenant.Assigned(Group, Exchange).Assigned(Group, Exchange, scope: Unit))
                .Identity,
            Is.EquivalentTo(new[] { $"group:{A.Id(Group):D}", $"role:{A.Role(Exchange):D}" })
        );

    [Test]
    public void Is_blind_where_the_approach_is_unknown()
    {
        var run = Audit.With<ImmediateRoleBehindGroup>(
            A.Tenant.Users("Ines Falk")
                .Groups(Group)
                .PlainMember(Group, "Ines Falk")
                .Assigned(Group, Exchange)
                .Gap(SnapshotParts.GroupEligibilities, Group)
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Skips_a_group_with_nobody_in_it() =>
        Assert.That(
            Audit.With<ImmediateRoleBehindGroup>(A.Tenant.Groups(Group).Assigned(Group, Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Is_not_evaluated_without_the_group_assignments() =>
        Assert.That(
            Audit.With<ImmediateRoleBehindGroup>(Tenant.Refuse(SnapshotParts.GroupAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );
}
