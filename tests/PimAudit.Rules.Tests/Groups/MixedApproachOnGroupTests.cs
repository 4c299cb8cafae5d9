using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class MixedApproachOnGroupTests
{
    private const string Group = "RAG - Mail";
    private const string Exchange = "Exchange Administrator";
    private const string Helpdesk = "Helpdesk Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ines Falk", "Omar Said").Groups(Group);
    private static readonly TenantSnapshot Standing = Tenant.Member(Group, "Ines Falk");
    private static readonly TenantSnapshot JustInTime = Tenant.EligibleMember(Group, "Ines Falk");

    private static readonly TestCaseData<TenantSnapshot>[] Mixed =
    [
        new(JustInTime.Eligible(Group, Exchange)) { TestName = "eligible group with eligible members" },
        new(Tenant.ActivatedMember(Group, "Ines Falk").Eligible(Group, Exchange))
        {
            TestName = "eligible group with an activated member",
        },
        new(Standing.Eligible(Group, Exchange).Assigned(Group, Exchange)) { TestName = "both on one role" },
        new(Standing.Eligible(Group, Exchange).Assigned(Group, Helpdesk)) { TestName = "one on each of two roles" },
        new(JustInTime.Eligible(Group, Exchange).Assigned(Group, Helpdesk))
        {
            TestName = "one on each, members eligible",
        },
        new(Standing.Eligible(Group, Exchange).Assigned(Group, Helpdesk).Gap(SnapshotParts.GroupEligibilities, Group))
        {
            TestName = "one on each, whoever else may be in it",
        },
    ];

    private static readonly TestCaseData<TenantSnapshot>[] Pure =
    [
        new(Standing.Eligible(Group, Exchange).Eligible(Group, Helpdesk)) { TestName = "Approach 1" },
        new(JustInTime.Assigned(Group, Exchange).Assigned(Group, Helpdesk)) { TestName = "Approach 2" },
        new(JustInTime.Member(Group, "Omar Said").Assigned(Group, Exchange))
        {
            TestName = "Approach 2 with a standing member",
        },
        new(Standing.Assigned(Group, Exchange)) { TestName = "standing" },
        new(Standing.EligibleOwner(Group, "Omar Said").Eligible(Group, Exchange))
        {
            TestName = "Approach 1 with an eligible owner",
        },
        new(Standing.Eligible(Group, Exchange).Activated(Group, Exchange)) { TestName = "Approach 1, activated" },
    ];

    [TestCaseSource(nameof(Mixed))]
    public void Reports(TenantSnapshot tenant) =>
        Assert.That(Audit.With<MixedApproachOnGroup>(tenant).Severities, Is.EqualTo(new[] { (Group, Severity.High) }));

    [TestCaseSource(nameof(Pure))]
    public void Passes(TenantSnapshot tenant) =>
        Assert.That(Audit.With<MixedApproachOnGroup>(tenant).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Says_what_is_mixed() =>
        Assert.That(
            Audit
                .With<MixedApproachOnGroup>(JustInTime.Eligible(Group, Exchange).Assigned(Group, Helpdesk))
                .Said.Select(said => said.Observed),
            Is.EqualTo(new[] { $"eligible for {Exchange}; active on {Helpdesk}; members activate their membership" })
        );

    [Test]
    public void Tells_who_it_is_by_the_group_alone() =>
        Assert.That(
            Audit.With<MixedApproachOnGroup>(JustInTime.Eligible(Group, Exchange)).Identity,
            Is.EqualTo(new[] { $"group:{A.Id(Group):D}" })
        );

    [Test]
    public void Skips_a_group_with_nobody_in_it() =>
        Assert.That(
            Audit.With<MixedApproachOnGroup>(Tenant.Eligible(Group, Exchange).Assigned(Group, Helpdesk)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.GroupAssignments)]
    public void Is_blind_where_the_group_may_be_just_in_time(SnapshotParts part)
    {
        var run = Audit.With<MixedApproachOnGroup>(
            Tenant.PlainMember(Group, "Ines Falk").Eligible(Group, Exchange).Gap(part, Group)
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Is_blind_where_an_assignment_is_of_unknown_type() =>
        Assert.That(
            Audit
                .With<MixedApproachOnGroup>(Standing.Eligible(Group, Exchange).AssignedUnlisted(Group, Helpdesk))
                .Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Is_not_evaluated_without_the_licence() =>
        Assert.That(Audit.With<MixedApproachOnGroup>(Standing.Unlicensed()).Reason, Is.EqualTo(MissingReason.Licence));
}
