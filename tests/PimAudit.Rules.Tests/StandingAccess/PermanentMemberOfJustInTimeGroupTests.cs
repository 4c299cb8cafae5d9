using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class PermanentMemberOfJustInTimeGroupTests
{
    private const string Group = "RAG - Helpdesk";
    private const string Helpdesk = "Helpdesk Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Lucia Romano", "Emily Carter")
        .Groups(Group)
        .EligibleMember(Group, "Emily Carter")
        .Assigned(Group, Helpdesk);

    [Test]
    public void Names_the_member_and_the_group()
    {
        var finding = Audit
            .With<PermanentMemberOfJustInTimeGroup>(Tenant.Member(Group, "Lucia Romano"))
            .Findings.Single();

        Assert.That(
            (finding.Severity, finding.Title, finding.Observed, finding.Path.Length),
            Is.EqualTo(
                (
                    Severity.High,
                    "Lucia Romano stands in RAG - Helpdesk, which others activate",
                    "standing member, permanent",
                    2
                )
            )
        );
    }

    [Test]
    public void Tells_who_it_is_by_member_and_group() =>
        Assert.That(
            Audit.With<PermanentMemberOfJustInTimeGroup>(Tenant.Member(Group, "Lucia Romano")).Identity,
            Is.EquivalentTo(new[] { $"user:{A.Id("Lucia Romano"):D}", $"group:{A.Id(Group):D}" })
        );

    [TestCase(20, 0)]
    [TestCase(21, 1)]
    public void Allows_a_standing_membership_up_to_the_limit(int endsInDays, int findings) =>
        Assert.That(
            Audit
                .With<PermanentMemberOfJustInTimeGroup>(
                    Tenant.Member(Group, "Lucia Romano", TimeSpan.FromDays(endsInDays), TimeSpan.FromDays(10))
                )
                .Findings,
            Has.Length.EqualTo(findings)
        );

    [Test]
    public void Reports_a_member_whom_the_directory_alone_lists()
    {
        var finding = Audit
            .With<PermanentMemberOfJustInTimeGroup>(
                Tenant.ActivatedMember(Group, "Emily Carter").PlainMember(Group, "Lucia Romano")
            )
            .Findings.Single();

        Assert.That(
            (finding.Subject.Label, finding.Observed, finding.Fix.Command?.Split('\n')[^1]),
            Is.EqualTo(
                (
                    "Lucia Romano",
                    "standing member, added without PIM, permanent",
                    $"Remove-MgGroupMemberByRef -GroupId '{A.Id(Group):D}' -DirectoryObjectId '{A.Id("Lucia Romano"):D}'"
                )
            )
        );
    }

    [Test]
    public void Reports_a_workload_too() =>
        Assert.That(
            Audit.With<PermanentMemberOfJustInTimeGroup>(Tenant.Workloads("Backup").Member(Group, "Backup")).Subjects,
            Is.EqualTo(new[] { "Backup" })
        );

    [Test]
    public void Makes_one_finding_of_one_member_of_a_group_with_several_roles() =>
        Assert.That(
            Audit
                .With<PermanentMemberOfJustInTimeGroup>(
                    Tenant.Assigned(Group, "User Administrator").Member(Group, "Lucia Romano")
                )
                .Findings.Single()
                .Related.Select(one => one.Object.Label),
            Is.EquivalentTo(new[] { Helpdesk, "User Administrator" })
        );

    [Test]
    public void Passes_a_group_whose_members_all_activate() =>
        Assert.That(
            Audit.With<PermanentMemberOfJustInTimeGroup>(Tenant.ActivatedMember(Group, "Emily Carter")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_nested_groups_owners_and_other_approaches_to_other_rules() =>
        Assert.That(
            Audit
                .With<PermanentMemberOfJustInTimeGroup>(
                    Tenant
                        .Groups("RAG - Inner", "RAG - Standing", "RAG - Mixed")
                        .Member(Group, "RAG - Inner")
                        .Owner(Group, "Lucia Romano")
                        .Member("RAG - Standing", "Lucia Romano")
                        .Assigned("RAG - Standing", Helpdesk)
                        .Member("RAG - Mixed", "Lucia Romano")
                        .EligibleMember("RAG - Mixed", "Emily Carter")
                        .Eligible("RAG - Mixed", Helpdesk)
                )
                .Findings,
            Is.Empty
        );

    [Test]
    public void Leaves_an_emergency_account_out() =>
        Assert.That(
            Audit
                .With<PermanentMemberOfJustInTimeGroup>(
                    Tenant
                        .EmergencyAccounts("Break Glass 1")
                        .Member(Group, "Break Glass 1")
                        .Member(Group, "Lucia Romano")
                )
                .Subjects,
            Is.EqualTo(new[] { "Lucia Romano" })
        );

    [TestCase(SnapshotParts.GroupAssignments)]
    [TestCase(SnapshotParts.GroupMembers)]
    public void Is_blind_on_a_group_whose_standing_members_are_not_known(SnapshotParts part)
    {
        var run = Audit.With<PermanentMemberOfJustInTimeGroup>(
            Tenant.PlainMember(Group, "Lucia Romano").Gap(part, Group)
        );

        Assert.That(run.Blind, Is.EqualTo(new[] { Group }));
    }

    [Test]
    public void Is_blind_where_nobody_knows_whether_the_group_is_just_in_time()
    {
        var run = Audit.With<PermanentMemberOfJustInTimeGroup>(
            A.Tenant.Users("Lucia Romano")
                .Groups(Group)
                .Member(Group, "Lucia Romano")
                .Assigned(Group, Helpdesk)
                .Gap(SnapshotParts.GroupEligibilities, Group)
        );

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Group })));
    }

    [Test]
    public void Is_blind_where_nobody_knows_whether_the_holder_of_a_role_is_a_group() =>
        Assert.That(
            Audit
                .With<PermanentMemberOfJustInTimeGroup>(
                    A.Tenant.Assigned("Unread", Helpdesk).Gap(SnapshotParts.Principals, "Unread")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.GroupMembers)]
    [TestCase(SnapshotParts.GroupEligibilities)]
    [TestCase(SnapshotParts.GroupAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Is_not_evaluated_without(SnapshotParts part) =>
        Assert.That(
            Audit.With<PermanentMemberOfJustInTimeGroup>(Tenant.Refuse(part)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );
}
