using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class WayToTheRoleTests
{
    private static readonly TenantSnapshot Carried = Bare("Ada").Users("Ben").Eligible(Team, Role).Member(Team, "Ben");

    [Test]
    public void Who_is_not_in_the_group_is_added() =>
        Assert.That(
            Carried.Diagnose().Said(),
            Is.EqualTo([
                "Add Ada as a member to RAG - Exchange, which is eligible for Exchange Administrator.",
                "+x+-----",
                "Way to the role: not a member of RAG - Exchange, which is eligible for Exchange Administrator",
            ])
        );

    [Test]
    public void Into_a_group_whose_membership_is_activated_people_come_as_eligible() =>
        Assert.That(
            Bare("Ada").Users("Ben").Assigned(Team, Role).EligibleMember(Team, "Ben").Diagnose().Said(),
            Is.EqualTo([
                "Make Ada an eligible member of RAG - Exchange, which holds Exchange Administrator.",
                "+x+-----",
                "Way to the role: not a member of RAG - Exchange, which holds Exchange Administrator",
            ])
        );

    [Test]
    public void The_group_of_approach_1_is_named_first()
    {
        var check = Carried
            .Groups("A Standing", "B Bundle")
            .Member("A Standing", "Ben")
            .Assigned("A Standing", Role)
            .EligibleMember("B Bundle", "Ben")
            .Assigned("B Bundle", Role)
            .Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Add Ada as a member to RAG - Exchange, which is eligible for Exchange Administrator.",
                "+x+-----",
                "Way to the role: not a member of RAG - Exchange, which is eligible for Exchange Administrator; "
                    + "not a member of B Bundle, which holds Exchange Administrator; "
                    + "not a member of A Standing, which holds Exchange Administrator",
            ])
        );
        Assert.That(check.Advice.Object, Is.EqualTo(A.Group(Team).Reference));
    }

    [Test]
    public void An_owner_is_no_member()
    {
        var check = Carried.Groups("RAG - Mail").Eligible("RAG - Mail", Role).Owner("RAG - Mail", "Ada").Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Add Ada as a member to RAG - Mail, which is eligible for Exchange Administrator.",
                "+x+-----",
                "Way to the role: not a member of RAG - Exchange, which is eligible for Exchange Administrator; "
                    + "only an owner of RAG - Mail, which is eligible for Exchange Administrator",
            ])
        );
        Assert.That(
            check.Lines[1].Evidence,
            Is.EqualTo([
                new Evidence(
                    SnapshotParts.GroupAssignments,
                    MembersOf.RowId("ga", "RAG - Mail", "Ada", GroupAccess.Owner)
                ),
            ])
        );
    }

    [TestCase(
        true,
        false,
        "Let Ada meet the membership rule of RAG - Exchange, which is eligible for Exchange Administrator."
    )]
    [TestCase(false, true, "Add Ada on the premises to RAG - Exchange, which is eligible for Exchange Administrator.")]
    public void A_group_that_fills_itself_is_not_added_to(bool dynamic, bool synchronised, string advice)
    {
        var tenant = A
            .Tenant.Users("Ada", "Ben")
            .Group(Team, group => group with { IsDynamic = dynamic, IsSynchronised = synchronised })
            .Eligible(Team, Role)
            .Member(Team, "Ben");

        Assert.That(tenant.Diagnose().Advice.Text, Is.EqualTo(advice));
        Assert.That(
            tenant.Groups("RAG - Z").Assigned("RAG - Z", Role).EligibleMember("RAG - Z", "Ben").Diagnose().Advice.Text,
            Is.EqualTo("Make Ada an eligible member of RAG - Z, which holds Exchange Administrator.")
        );
    }

    [Test]
    public void Without_any_group_the_role_itself_is_named() =>
        Assert.That(
            Bare("Ada").Diagnose().Said(),
            Is.EqualTo([
                "Make Ada eligible for Exchange Administrator, best through a role-assignable group: no group carries the role.",
                "+x+-----",
                "Way to the role: nothing leads to Exchange Administrator, and no group carries it",
            ])
        );

    [Test]
    public void A_membership_that_must_be_activated_comes_first() =>
        Assert.That(
            Bare("Ada")
                .Users("Approver")
                .EligibleMember(Team, "Ada")
                .GroupSettings(Team, change: one => one with { ApprovalRequired = false })
                .Assigned(Team, "Teams Administrator")
                .Registered("Ada")
                .Diagnose("Teams Administrator")
                .Said(),
            Is.EqualTo([
                "Activate the membership of RAG - Exchange in My roles, Groups: Teams Administrator comes with it.",
                "++++----",
            ])
        );

    [Test]
    public void Two_activations_are_named_in_their_order() =>
        Assert.That(
            Bare("Ada")
                .Users("Approver")
                .EligibleMember(Team, "Ada")
                .Eligible(Team, "Teams Administrator")
                .GroupSettings(Team)
                .Settings("Teams Administrator", one => one with { ApprovalRequired = false })
                .Registered("Ada")
                .Diagnose("Teams Administrator")
                .Said(),
            Is.EqualTo([
                "Activate the membership of RAG - Exchange in My roles, Groups, to be approved by Approver within 24 h: then activate Teams Administrator.",
                "+++++---",
            ])
        );

    [Test]
    public void A_list_that_was_not_read_may_hide_a_way()
    {
        var check = Carried.Refuse(SnapshotParts.EligibleAssignments).Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Grant EligibleAssignments.Read to the reader, which reads eligible assignments, and take a new snapshot.",
                "+?+-----",
                "Way to the role: no way was found among what was read (not a member of RAG - Exchange, which is eligible for Exchange Administrator): Graph answered 403.",
            ])
        );
        Assert.That(check.Unread.Select(fact => fact.Gap.Part), Is.EqualTo([SnapshotParts.EligibleAssignments]));
    }

    [Test]
    public void Members_who_were_not_read_may_be_this_person() =>
        Assert.That(
            Carried.Gap(SnapshotParts.GroupMembers, Team).Diagnose().Said(),
            Is.EqualTo([
                "Take a new snapshot: group members of RAG - Exchange could not be read in this one.",
                "+?+-----",
                "Way to the role: no way was found among what was read (not a member of RAG - Exchange, which is eligible for Exchange Administrator): Graph answered 429.",
            ])
        );

    [Test]
    public void Members_of_another_group_do_not_matter() =>
        Assert.That(
            Carried
                .Groups("Other")
                .Assigned("Other", "Reports Reader")
                .Gap(SnapshotParts.GroupMembers, "Other")
                .Diagnose()
                .Unread,
            Is.Empty
        );
}
