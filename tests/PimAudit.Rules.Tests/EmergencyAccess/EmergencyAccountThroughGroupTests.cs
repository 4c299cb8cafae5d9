using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EmergencyAccountThroughGroupTests
{
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Emergency Access";
    private const string Outer = "RAG - Outer";

    private static readonly TenantSnapshot InGroup = A
        .Tenant.Users("Glass 1")
        .Emergency("Glass 1")
        .Groups(Group, Outer)
        .Member(Group, "Glass 1");

    [Test]
    public void Silent_when_the_account_holds_the_role_itself() =>
        Assert.That(Run(A.Tenant.EmergencyAccounts("Glass 1", "Glass 2")).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Reports_the_account_with_the_group()
    {
        var run = Run(InGroup.Assigned(Group, Global));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Glass 1", Severity.Medium) }));
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "Glass 1",
                            $"member of {Group}, which holds the role",
                            "Global Administrator assigned to the account itself, active and permanent"
                        ),
                    }
                )
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"group:{A.Id(Group):D}", $"user:{A.Id("Glass 1"):D}" }));
            Assert.That(run.Findings.Single().Fix.Command, Does.Contain($"principalId = '{A.Id("Glass 1"):D}'"));
        }
    }

    /// <summary>What PIM401 accepts is a Medium here, not two contradictory findings.</summary>
    [Test]
    public void Such_an_account_works_all_the_same() =>
        Assert.That(
            Audit.With<TooFewEmergencyAccounts>(InGroup.Assigned(Group, Global), ("min", "1")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_a_nested_group_by_the_one_that_the_account_is_in() =>
        Assert.That(
            Run(InGroup.Member(Outer, Group).Assigned(Outer, Global))
                .Findings.Select(finding => (finding.Identity[0].Label, finding.Observed)),
            Is.EqualTo(new[] { (Group, $"member of {Group}, in {Outer}, which holds the role") })
        );

    [Test]
    public void Reports_it_also_where_the_account_holds_the_role_itself_as_well() =>
        Assert.That(
            Run(InGroup.Assigned(Group, Global).Assigned("Glass 1", Global)).Subjects,
            Is.EqualTo(new[] { "Glass 1" })
        );

    [Test]
    public void Does_not_look_at_another_role() =>
        Assert.That(Run(InGroup.Assigned(Group, "Security Reader")).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Does_not_look_at_a_part_of_the_tenant() =>
        Assert.That(
            Run(InGroup.Assigned(Group, Global, scope: $"/administrativeUnits/{A.Id("North"):D}")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_an_eligible_group_to_the_rule_about_pim() =>
        Assert.That(Run(InGroup.Eligible(Group, Global)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Does_not_look_at_other_people() =>
        Assert.That(
            Run(
                A.Tenant.EmergencyAccounts("Glass 1")
                    .Users("Ines Falk")
                    .Groups(Group)
                    .Member(Group, "Ines Falk")
                    .Assigned(Group, Global)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_when_the_members_of_a_group_with_the_role_were_not_read() =>
        Assert.That(
            Run(
                A.Tenant.EmergencyAccounts("Glass 1")
                    .Groups(Group)
                    .Assigned(Group, Global)
                    .Gap(SnapshotParts.GroupMembers, Group)
            ).Blind,
            Is.EqualTo(new[] { "Glass 1" })
        );

    [Test]
    public void Blind_when_pim_does_not_tell_how_the_group_holds_the_role() =>
        Assert.That(Run(InGroup.AssignedUnlisted(Group, Global)).Blind, Is.EqualTo(new[] { "Glass 1" }));

    [Test]
    public void Judges_a_tenant_without_pim() =>
        Assert.That(
            Run(InGroup.AssignedUnlisted(Group, Global).Unlicensed()).Subjects,
            Is.EqualTo(new[] { "Glass 1" })
        );

    [Test]
    public void Not_evaluated_without_role_assignments() =>
        Assert.That(
            Run(InGroup.Assigned(Group, Global).Lose(SnapshotParts.RoleAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Not_applicable_without_emergency_accounts() =>
        Assert.That(Run(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EmergencyAccountThroughGroup>(tenant);
}
