using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GroupMembershipNotAssignedTests
{
    private const string Exchange = "Exchange Administrator";

    private static readonly TestCaseData<bool?, bool?, string>[] Faults =
    [
        new(true, false, "dynamic membership"),
        new(false, true, "synchronised from on-premises"),
        new(true, true, "dynamic membership, synchronised from on-premises"),
        new(true, null, "dynamic membership"),
        new(null, true, "synchronised from on-premises"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void Says_who_decides_the_membership(bool? dynamic, bool? synchronised, string observed) =>
        Assert.That(
            Audit.With<GroupMembershipNotAssigned>(Holding(dynamic, synchronised)).Said,
            Is.EqualTo(new[] { ("Mail", observed, "assigned membership, kept in Entra") })
        );

    [Test]
    public void Passes_an_assigned_group_of_the_cloud() =>
        Assert.That(
            Audit.With<GroupMembershipNotAssigned>(Holding(dynamic: false, synchronised: false)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(null, false)]
    [TestCase(false, null)]
    public void Is_blind_where_one_property_was_not_read(bool? dynamic, bool? synchronised)
    {
        var run = Audit.With<GroupMembershipNotAssigned>(Holding(dynamic, synchronised));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "Mail" })));
    }

    [Test]
    public void Sees_a_group_nested_in_one_that_holds_a_role() =>
        Assert.That(
            Audit
                .With<GroupMembershipNotAssigned>(
                    A.Tenant.Groups("RAG - Mail")
                        .Group("Synced", group => group with { IsSynchronised = true })
                        .PlainMember("RAG - Mail", "Synced")
                        .Eligible("RAG - Mail", Exchange)
                )
                .Severities,
            Is.EqualTo(new[] { ("Synced", Severity.High) })
        );

    [Test]
    public void Does_not_look_at_groups_that_lead_to_no_role() =>
        Assert.That(
            Audit
                .With<GroupMembershipNotAssigned>(A.Tenant.Group("Everybody", group => group with { IsDynamic = true }))
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Tells_who_it_is_by_the_group_alone() =>
        Assert.That(
            Audit.With<GroupMembershipNotAssigned>(Holding(dynamic: true, synchronised: false)).Identity,
            Is.EqualTo(new[] { $"group:{A.Id("Mail"):D}" })
        );

    [Test]
    public void Is_blind_where_other_groups_may_hide_among_the_members()
    {
        var run = Audit.With<GroupMembershipNotAssigned>(
            Holding(dynamic: false, synchronised: false).Gap(SnapshotParts.GroupMembers, "Mail")
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { "Mail" })));
    }

    [Test]
    public void Judges_a_tenant_without_the_licence() =>
        Assert.That(
            Audit
                .With<GroupMembershipNotAssigned>(
                    A.Tenant.Group("Mail", group => group with { IsDynamic = true })
                        .AssignedUnlisted("Mail", Exchange)
                        .Unlicensed()
                )
                .Subjects,
            Is.EqualTo(new[] { "Mail" })
        );

    [Test]
    public void Is_not_evaluated_without_the_members_of_groups() =>
        Assert.That(
            Audit
                .With<GroupMembershipNotAssigned>(
                    Holding(dynamic: true, synchronised: false).Refuse(SnapshotParts.GroupMembers)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot Holding(bool? dynamic, bool? synchronised) =>
        A
            .Tenant.Group("Mail", group => group with { IsDynamic = dynamic, IsSynchronised = synchronised })
            .Eligible("Mail", Exchange);
}
