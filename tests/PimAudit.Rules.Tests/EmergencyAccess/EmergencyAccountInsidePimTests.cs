using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EmergencyAccountInsidePimTests
{
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Tenant Operations";

    private static readonly TenantSnapshot Tenant = A.Tenant.EmergencyAccounts("Glass 1", "Glass 2");

    [Test]
    public void Silent_when_both_are_outside() => Assert.That(Run(Tenant).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_an_eligibility_for_a_role()
    {
        var run = Run(Tenant.Eligible("Glass 1", "Exchange Administrator"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Glass 1", Severity.High) }));
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role("Exchange Administrator"):D}", $"user:{A.Id("Glass 1"):D}" })
            );
        }
    }

    [Test]
    public void Reports_one_role_at_two_scopes_once()
    {
        var run = Run(
            Tenant
                .Eligible("Glass 1", Global)
                .Eligible("Glass 1", Global, scope: $"/administrativeUnits/{A.Id("North"):D}")
        );

        Assert.That(run.Findings.Select(finding => finding.Evidence.Length), Is.EqualTo(new[] { 2 }));
    }

    [TestCase(GroupAccess.Member, "eligible as member; waits for an activation")]
    [TestCase(GroupAccess.Owner, "eligible as owner; waits for an activation")]
    public void Reports_an_eligibility_for_a_group_that_carries_nothing(GroupAccess access, string observed)
    {
        var tenant = Tenant.Groups(Group);

        Assert.That(
            Run(
                access is GroupAccess.Member
                    ? tenant.EligibleMember(Group, "Glass 1")
                    : tenant.EligibleOwner(Group, "Glass 1")
            )
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { observed })
        );
    }

    [Test]
    public void Reports_a_role_that_waits_for_an_activation_because_its_group_is_only_eligible()
    {
        var finding = Run(Tenant.Groups(Group).Eligible(Group, Global).Member(Group, "Glass 1")).Findings.Single();

        Assert.That(
            (finding.Subject.Label, finding.Observed),
            Is.EqualTo(("Glass 1", "eligible for the role through RAG - Tenant Operations; waits for an activation"))
        );
    }

    [Test]
    public void Does_not_look_at_other_people() =>
        Assert.That(Run(Tenant.Users("Ines Falk").Eligible("Ines Falk", Global)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Blind_when_the_eligible_people_of_a_group_were_not_read() =>
        Assert.That(
            Run(Tenant.Groups(Group).Gap(SnapshotParts.GroupEligibilities, Group)).Blind,
            Is.EquivalentTo(new[] { "Glass 1", "Glass 2" })
        );

    [Test]
    public void Blind_when_the_members_of_an_eligible_group_were_not_read() =>
        Assert.That(
            Run(Tenant.Groups(Group).Eligible(Group, Global).Gap(SnapshotParts.GroupMembers, Group)).Blind,
            Is.EquivalentTo(new[] { "Glass 1", "Glass 2" })
        );

    [Test]
    public void Not_applicable_without_emergency_accounts() =>
        Assert.That(Run(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EmergencyAccountInsidePim>(tenant);
}
