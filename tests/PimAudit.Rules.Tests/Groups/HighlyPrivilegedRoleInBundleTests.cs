using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class HighlyPrivilegedRoleInBundleTests
{
    private const string Group = "RAG - Tenant Operations";
    private const string Global = "Global Administrator";
    private const string Exchange = "Exchange Administrator";
    private const string Unit = "/administrativeUnits/0f0e0d0c-0b0a-4908-8706-050403020100";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ines Falk")
        .Groups(Group)
        .EligibleMember(Group, "Ines Falk");

    [TestCase(Global)]
    [TestCase("Privileged Role Administrator")]
    public void Reports_a_highly_privileged_role_behind_an_activated_membership(string role)
    {
        var run = Audit.With<HighlyPrivilegedRoleInBundle>(Tenant.Assigned(Group, Exchange).Assigned(Group, role));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Group, Severity.Medium) }));
            Assert.That(run.Identity, Is.EquivalentTo(new[] { $"group:{A.Id(Group):D}", $"role:{A.Role(role):D}" }));
        }
    }

    [Test]
    public void Does_not_look_at_other_roles_however_privileged() =>
        Assert.That(
            Audit.With<HighlyPrivilegedRoleInBundle>(Tenant.Assigned(Group, Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Passes_approach_1() =>
        Assert.That(
            Audit
                .With<HighlyPrivilegedRoleInBundle>(
                    A.Tenant.Users("Ines Falk").Groups(Group).Member(Group, "Ines Falk").Eligible(Group, Global)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    /// <summary>Nobody activates anything: that is PIM104.</summary>
    [Test]
    public void Passes_a_group_whose_members_stand() =>
        Assert.That(
            Audit
                .With<HighlyPrivilegedRoleInBundle>(
                    A.Tenant.Users("Ines Falk").Groups(Group).Member(Group, "Ines Falk").Assigned(Group, Global)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Speaks_although_the_group_asks_for_approval() =>
        Assert.That(
            Audit.With<HighlyPrivilegedRoleInBundle>(Tenant.Assigned(Group, Global).GroupSettings(Group)).Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Makes_one_finding_of_a_role_at_two_scopes() =>
        Assert.That(
            Audit
                .With<HighlyPrivilegedRoleInBundle>(Tenant.Assigned(Group, Global).Assigned(Group, Global, scope: Unit))
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    /// <summary>Family 3 sees every group.</summary>
    [Test]
    public void Sees_a_group_of_emergency_accounts_too() =>
        Assert.That(
            Audit
                .With<HighlyPrivilegedRoleInBundle>(
                    A.Tenant.EmergencyAccounts("Glass 1")
                        .Groups(Group)
                        .EligibleMember(Group, "Glass 1")
                        .Assigned(Group, Global)
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Skips_a_group_with_nobody_in_it() =>
        Assert.That(
            Audit.With<HighlyPrivilegedRoleInBundle>(A.Tenant.Groups(Group).Assigned(Group, Global)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Is_blind_where_the_approach_is_unknown()
    {
        var run = Audit.With<HighlyPrivilegedRoleInBundle>(
            Tenant.Assigned(Group, Global).Lose(SnapshotParts.GroupEligibilities, A.Id(Group))
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without_a_list(SnapshotParts part) =>
        Assert.That(
            Audit.With<HighlyPrivilegedRoleInBundle>(Tenant.Assigned(Group, Global).Lose(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );
}
