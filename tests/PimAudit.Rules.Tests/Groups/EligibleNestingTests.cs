using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EligibleNestingTests
{
    private static readonly TenantSnapshot Tenant = A
        .Tenant.Groups("RAG - Outer", "RAG - Inner")
        .Group("Team", group => group with { IsRoleAssignable = false })
        .Group("Untold", group => group with { IsRoleAssignable = null });

    [Test]
    public void Names_both_groups() =>
        Assert.That(
            Audit
                .With<EligibleNesting>(Tenant.EligibleMember("RAG - Outer", "RAG - Inner"))
                .Findings.Select(finding => (finding.Title, finding.Observed)),
            Is.EqualTo(
                new[]
                {
                    (
                        "RAG - Inner is eligible as member of RAG - Outer",
                        "eligible member; eligible group role-assignable"
                    ),
                }
            )
        );

    [TestCase("RAG - Inner", Severity.High)]
    [TestCase("Team", Severity.Critical)]
    [TestCase("Untold", Severity.High)]
    public void Weighs_by_the_eligible_group(string inner, Severity severity) =>
        Assert.That(
            Audit.With<EligibleNesting>(Tenant.EligibleMember("RAG - Outer", inner)).Severities,
            Is.EqualTo(new[] { (inner, severity) })
        );

    [Test]
    public void Makes_one_finding_of_member_and_owner()
    {
        var run = Audit.With<EligibleNesting>(
            Tenant.EligibleMember("RAG - Outer", "RAG - Inner").EligibleOwner("RAG - Outer", "RAG - Inner")
        );

        Assert.That(
            (run.Findings.Single().Observed, run.Findings.Single().Evidence.Length),
            Is.EqualTo(("eligible member and owner; eligible group role-assignable", 2))
        );
    }

    [Test]
    public void Tells_who_it_is_by_inner_and_outer_group() =>
        Assert.That(
            Audit.With<EligibleNesting>(Tenant.EligibleOwner("RAG - Outer", "RAG - Inner")).Identity,
            Is.EquivalentTo(new[] { $"group:{A.Id("RAG - Inner"):D}", $"group:{A.Id("RAG - Outer"):D}" })
        );

    [Test]
    public void Leaves_active_groups_eligible_people_and_ordinary_outer_groups_alone() =>
        Assert.That(
            Audit
                .With<EligibleNesting>(
                    Tenant
                        .Users("Ines Falk")
                        .Member("RAG - Outer", "RAG - Inner")
                        .EligibleMember("RAG - Outer", "Ines Falk")
                        .EligibleMember("Team", "RAG - Inner")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_the_outer_group_may_be_role_assignable() =>
        Assert.That(
            Audit.With<EligibleNesting>(Tenant.EligibleMember("Untold", "Team")).Blind,
            Is.EqualTo(new[] { "Team" })
        );

    [Test]
    public void Is_blind_on_somebody_eligible_who_may_be_a_group() =>
        Assert.That(
            Audit
                .With<EligibleNesting>(
                    Tenant.EligibleMember("RAG - Outer", "Unread").Gap(SnapshotParts.Principals, "Unread")
                )
                .Blind,
            Is.EqualTo(new[] { A.Id("Unread").ToString("D") })
        );

    [Test]
    public void Is_blind_on_a_group_whose_eligibilities_were_not_read()
    {
        var run = Audit.With<EligibleNesting>(Tenant.Gap(SnapshotParts.GroupEligibilities, "RAG - Outer"));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "RAG - Outer" })));
    }

    [TestCase(SnapshotParts.RoleAssignableGroups)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without(SnapshotParts part) =>
        Assert.That(Audit.With<EligibleNesting>(Tenant.Refuse(part)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    [Test]
    public void Is_blind_where_the_outer_group_was_not_read() =>
        Assert.That(
            Audit
                .With<EligibleNesting>(
                    A.Tenant.Groups("RAG - Inner")
                        .EligibleMember("Unread", "RAG - Inner")
                        .Gap(SnapshotParts.Principals, "Unread")
                )
                .Blind,
            Is.EqualTo(new[] { "RAG - Inner" })
        );

    [Test]
    public void Says_how_to_take_the_eligibility_back_by_ids_alone() =>
        Assert.That(
            Audit
                .With<EligibleNesting>(Tenant.EligibleOwner("RAG - Outer", "RAG - Inner"))
                .Findings.Single()
                .Fix.Command,
            Is.EqualTo(
                "New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -BodyParameter @{ action = 'adminRemove'; "
                    + $"accessId = 'owner'; groupId = '{A.Id("RAG - Outer"):D}'; principalId = '{A.Id("RAG - Inner"):D}' }}"
            )
        );
}
