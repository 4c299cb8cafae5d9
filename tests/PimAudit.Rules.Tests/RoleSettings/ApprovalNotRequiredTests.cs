using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ApprovalNotRequiredTests
{
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Tenant Operations";

    [Test]
    public void Reports_a_highly_privileged_role_while_nobody_is_eligible() =>
        Assert.That(
            Audit
                .With<ApprovalNotRequired>(A.Tenant.Settings(Global, Unasked).Settings("Privileged Role Administrator"))
                .Severities,
            Is.EqualTo(new[] { (Global, Severity.High) })
        );

    [Test]
    public void Silent_about_other_roles() =>
        Assert.That(
            Audit
                .With<ApprovalNotRequired>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Eligible("Ines Falk", "Exchange Administrator")
                        .Settings("Exchange Administrator", Unasked)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_the_member_side_of_a_just_in_time_group_that_carries_one()
    {
        var run = Audit.With<ApprovalNotRequired>(
            JustInTime().EligibleMember(Group, "Ines Falk").GroupSettings(Group, GroupAccess.Member, Unasked)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Identity, Is.EqualTo(new[] { "access:member", $"group:{A.Id(Group):D}" }));
            Assert.That(
                run.Findings.Single().Title,
                Is.EqualTo("RAG - Tenant Operations (member) gives Global Administrator without approval")
            );
        }
    }

    [Test]
    public void Reports_the_owner_side_only_while_somebody_is_eligible_as_owner()
    {
        var tenant = JustInTime()
            .EligibleMember(Group, "Ines Falk")
            .GroupSettings(Group)
            .GroupSettings(Group, GroupAccess.Owner, Unasked);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Audit.With<ApprovalNotRequired>(tenant).Outcome, Is.EqualTo(RuleOutcome.Pass));
            Assert.That(
                Audit.With<ApprovalNotRequired>(tenant.EligibleOwner(Group, "Mira Solberg")).Identity,
                Is.EqualTo(new[] { "access:owner", $"group:{A.Id(Group):D}" })
            );
        }
    }

    [Test]
    public void Reports_a_mixed_group_too_because_its_membership_alone_opens_the_role() =>
        Assert.That(
            Audit
                .With<ApprovalNotRequired>(
                    JustInTime()
                        .Eligible(Group, Global)
                        .EligibleMember(Group, "Ines Falk")
                        .GroupSettings(Group, GroupAccess.Member, Unasked)
                )
                .Subjects,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Does_not_ask_a_group_that_is_only_eligible_for_the_role() =>
        Assert.That(
            Audit
                .With<ApprovalNotRequired>(
                    A.Tenant.HighestRolesSettled()
                        .Users("Ines Falk")
                        .Groups(Group)
                        .Eligible(Group, Global)
                        .Member(Group, "Ines Falk")
                        .GroupSettings(Group, GroupAccess.Member, Unasked)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_a_nested_group_whose_activation_is_the_only_gate() =>
        Assert.That(
            Audit
                .With<ApprovalNotRequired>(
                    JustInTime()
                        .Groups("Inner")
                        .Member(Group, "Inner")
                        .EligibleMember("Inner", "Ines Falk")
                        .GroupSettings("Inner", GroupAccess.Member, Unasked)
                )
                .Subjects,
            Is.EqualTo(new[] { "Inner" })
        );

    [Test]
    public void Blind_on_a_group_whose_eligible_people_were_not_read() =>
        Assert.That(
            Audit
                .With<ApprovalNotRequired>(
                    JustInTime()
                        .Member(Group, "Ines Falk")
                        .GroupSettings(Group)
                        .GroupSettings(Group, GroupAccess.Owner)
                        .Gap(SnapshotParts.GroupEligibilities, Group)
                )
                .Blind,
            Is.EqualTo(new[] { Group, Group })
        );

    [Test]
    public void Not_evaluated_without_the_licence()
    {
        var run = Audit.With<ApprovalNotRequired>(A.Tenant.HighestRolesSettled().Unlicensed());

        Assert.That((run.Outcome, run.Reason), Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Licence)));
    }

    private static TenantSnapshot JustInTime() =>
        A.Tenant.HighestRolesSettled().Users("Ines Falk", "Mira Solberg").Groups(Group).Assigned(Group, Global);

    private static RoleSettings Unasked(RoleSettings settings) => settings with { ApprovalRequired = false };
}
