using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class DormantTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly ScheduleOrigin Origin = new(null, null, null, "Provisioned");

    [Test]
    public void An_eligibility_that_has_ended_is_renewed()
    {
        var check = Bare("Ada").Eligible("Ada", Role, ends: -24 * Hour).Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Renew the eligibility of Ada for Exchange Administrator: it ended on 2026-09-30 06:00 UTC.",
                "+x+-----",
                "Way to the role: the eligibility of Ada for Exchange Administrator ended on 2026-09-30 06:00 UTC",
            ])
        );
        Assert.That(
            check.Lines[1].Evidence,
            Is.EqualTo([new Evidence(SnapshotParts.EligibleAssignments, RolesOf.RowId("re", "Ada", Role))])
        );
    }

    [TestCase(0.9, "Activate Exchange Administrator in My roles, Microsoft Entra roles.")]
    [TestCase(1, "Renew the eligibility of Ada for Exchange Administrator: it ended on 2026-10-01 07:00 UTC.")]
    public void An_eligibility_ends_after_the_snapshot_too(double later, string advice) =>
        Assert.That(
            Bare("Ada")
                .Eligible("Ada", Role, ends: Hour)
                .Settings(Role, one => one with { ApprovalRequired = false })
                .Registered("Ada")
                .Diagnose(later: later)
                .Advice.Text,
            Is.EqualTo(advice)
        );

    [Test]
    public void The_membership_that_ended_is_named_in_its_group() =>
        Assert.That(
            Bare("Ada").EligibleMember(Team, "Ada", ends: -Hour).Assigned(Team, Role).Diagnose().Said(),
            Is.EqualTo([
                "Renew the eligible membership of Ada in RAG - Exchange: it ended on 2026-10-01 05:00 UTC.",
                "+x+-----",
                "Way to the role: the eligible membership of Ada in RAG - Exchange ended on 2026-10-01 05:00 UTC",
            ])
        );

    [Test]
    public void The_group_may_have_lost_the_role() =>
        Assert.That(
            Bare("Ada").Member(Team, "Ada").Eligible(Team, Role, ends: -Hour).Diagnose().Said(),
            Is.EqualTo([
                "Renew the eligibility of RAG - Exchange for Exchange Administrator: it ended on 2026-10-01 05:00 UTC.",
                "+x+-----",
                "Way to the role: the eligibility of RAG - Exchange for Exchange Administrator ended on 2026-10-01 05:00 UTC",
            ])
        );

    [Test]
    public void An_activation_that_ended_is_no_lost_way() =>
        Assert.That(
            Bare("Ada").Activated("Ada", Role, ends: Hour).Diagnose(later: 2).Said(),
            Is.EqualTo([
                "Make Ada eligible for Exchange Administrator, best through a role-assignable group: no group carries the role.",
                "+x+-----",
                "Way to the role: nothing leads to Exchange Administrator, and no group carries it",
            ])
        );

    [Test]
    public void What_is_yet_to_begin_is_waited_for()
    {
        var check = Coming(hours: 26).Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Wait until 2026-10-02 08:00 UTC, when the eligibility of Ada for Exchange Administrator begins, or let it begin earlier.",
                "+x+-----",
                "Way to the role: the eligibility of Ada for Exchange Administrator begins on 2026-10-02 08:00 UTC",
            ])
        );
        Assert.That(
            check.Lines[1].Evidence,
            Is.EqualTo([new Evidence(SnapshotParts.RoleEligibilitySchedules, "schedule")])
        );
    }

    [Test]
    public void What_began_after_the_snapshot_asks_for_a_new_one() =>
        Assert.That(
            Coming(hours: 1).Diagnose(later: 1).Said(),
            Is.EqualTo([
                "Take a new snapshot: the eligibility of Ada for Exchange Administrator began on 2026-10-01 07:00 UTC, after this one.",
                "+?+-----",
                "Way to the role: the eligibility of Ada for Exchange Administrator began on 2026-10-01 07:00 UTC, after the snapshot",
            ])
        );

    [Test]
    public void A_membership_to_come_is_told_by_its_schedule() =>
        Assert.That(
            (
                Bare("Ada").Users("Ben").Member(Team, "Ben").Eligible(Team, Role) with
                {
                    GroupAssignmentSchedules =
                    [
                        new(
                            "schedule",
                            A.Id(Team),
                            A.Id("Ada"),
                            GroupAccess.Member,
                            AssignmentType.Assigned,
                            A.TakenAt.AddDays(1),
                            null,
                            Origin
                        ),
                    ],
                }
            )
                .Diagnose()
                .Advice.Text,
            Is.EqualTo(
                "Wait until 2026-10-02 06:00 UTC, when the membership of Ada in RAG - Exchange begins, or let it begin earlier."
            )
        );

    [Test]
    public void What_comes_by_itself_is_preferred_to_what_has_ended() =>
        Assert.That(
            Coming(hours: 26).Eligible("Ada", Role, ends: -Hour).Diagnose().Advice.Text,
            Does.StartWith("Wait until 2026-10-02 08:00 UTC")
        );

    [Test]
    public void Schedules_that_nobody_asked_for_are_told_and_those_refused_make_it_unknown()
    {
        var tenant = Bare("Ada");

        Assert.That(
            tenant
                .Miss(SnapshotParts.GroupEligibilitySchedules, PartStatus.NotAsked, MissingReason.NotCollected)
                .Diagnose()
                .Lines[1]
                .Text,
            Is.EqualTo(
                "nothing leads to Exchange Administrator, and no group carries it; what is yet to begin was not collected in group eligible schedules"
            )
        );
        Assert.That(
            tenant.Refuse(SnapshotParts.RoleEligibilitySchedules).Diagnose().Unread.Select(fact => fact.Gap.Part),
            Is.EqualTo([SnapshotParts.RoleEligibilitySchedules])
        );
    }

    private static TenantSnapshot Coming(double hours) =>
        Bare("Ada") with
        {
            RoleEligibilitySchedules =
            [
                new("schedule", A.Role(Role), A.Id("Ada"), "/", A.TakenAt.AddHours(hours), null, Origin),
            ],
        };
}
