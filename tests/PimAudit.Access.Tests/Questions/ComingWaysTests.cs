using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

/// <summary>Who may use a role by a schedule that is yet to begin is no nobody.</summary>
public sealed class ComingWaysTests
{
    private const string Role = WaysInWords.Role;
    private const string Group = "Tier 0";

    private static readonly TenantSnapshot Free = A
        .Tenant.Users("Ada", "Ben", "Approver")
        .Groups(Group)
        .Settings(Role, one => one with { ApprovalRequired = false })
        .GroupSettings(Group, change: one => one with { ApprovalRequired = false });

    [Test]
    public void An_eligibility_that_begins_within_the_time_counts()
    {
        var tenant = Scheduled(Free, begins: 20);

        Assert.That(
            new[] { 19.9, 20 }.SelectMany(hours => tenant.WhoCan(hours: hours).Said()),
            Is.EqualTo(["Later Ada", "Within Ada"])
        );
        Assert.That(tenant.WhoCan().Ways.Single().ReadyAt, Is.EqualTo(A.TakenAt.AddHours(20)));
    }

    [Test]
    public void It_waits_for_a_consent_after_it_has_begun() =>
        Assert.That(
            new[] { 43.9, 44 }.SelectMany(hours =>
                Scheduled(A.Tenant.Users("Ada", "Approver").Settings(Role), begins: 20).WhoCan(hours: hours).Said()
            ),
            Is.EqualTo(["Later Ada", "Within Ada"])
        );

    [Test]
    public void What_began_after_the_snapshot_is_open_and_what_ended_meanwhile_is_not() =>
        Assert.That(
            new[] { 19.9, 20, 29.9, 30 }.Select(later =>
                string.Join(", ", Scheduled(Free, begins: 20, ends: 30).WhoCan(later: later).Said())
            ),
            Is.EqualTo(["Within Ada", "Within Ada", "Within Ada", ""])
        );

    [Test]
    public void An_assignment_to_come_is_not_usable_now()
    {
        var tenant = Free with
        {
            RoleAssignmentSchedules =
            [
                new(
                    "schedule",
                    A.Role(Role),
                    A.Id("Ada"),
                    "/",
                    AssignmentType.Assigned,
                    A.TakenAt.AddHours(2),
                    EndsAt: null,
                    Origin
                ),
            ],
        };

        Assert.That(
            new[] { tenant.WhoCan(), tenant.WhoCan(hours: 2), tenant.WhoCan(later: 2) }.SelectMany(one => one.Said()),
            Is.EqualTo(["Later Ada", "Within Ada", "Now Ada"])
        );
    }

    /// <summary>Graph gives the time of the query for its start.</summary>
    [Test]
    public void An_assignment_made_outside_PIM_does_not_begin_when_it_is_read() =>
        Assert.That(
            (
                Free.AssignedUnlisted("Ada", Role) with
                {
                    RoleAssignmentSchedules =
                    [
                        new(
                            "schedule",
                            A.Role(Role),
                            A.Id("Ada"),
                            "/",
                            AssignmentType.Assigned,
                            A.TakenAt.AddMinutes(1),
                            EndsAt: null,
                            new(CreatedAt: null, CreatedUsing: null, ModifiedAt: null, Status: null)
                        ),
                    ],
                }
            )
                .WhoCan(later: 1)
                .Said(),
            Is.EqualTo(["Now Ada"])
        );

    [Test]
    public void A_membership_to_come_opens_the_way_through_its_group()
    {
        var tenant = Free.Assigned(Group, Role) with
        {
            GroupEligibilitySchedules =
            [
                new(
                    "schedule",
                    A.Id(Group),
                    A.Id("Ada"),
                    GroupAccess.Member,
                    A.TakenAt.AddHours(2),
                    EndsAt: null,
                    Origin
                ),
            ],
        };

        Assert.That(tenant.WhoCan(hours: 2).Said(), Is.EqualTo(["Within Ada"]));
        Assert.That(
            WhatCan
                .Ask(AccessMap.Resolve(tenant), A.Id("Ada"), takeover: false, A.TakenAt)
                .Ways.Select(way => (way.Band, way.OpensAt)),
            Is.EqualTo([(WayBand.Within, (DateTimeOffset?)A.TakenAt.AddHours(2))])
        );
    }

    [Test]
    public void A_way_that_closes_before_the_rest_of_it_begins_never_opens() =>
        Assert.That(
            Scheduled(Free.Member(Group, "Ada", ends: TimeSpan.FromHours(20)), Group, begins: 20).WhoCan().Said(),
            Is.Empty
        );

    [Test]
    public void A_schedule_that_only_prolongs_an_open_way_adds_none() =>
        Assert.That(Scheduled(Free.Eligible("Ada", Role), begins: 20).WhoCan().Said(), Is.EqualTo(["Within Ada"]));

    [Test]
    public void Another_scope_is_not_asked_about() =>
        Assert.That(Scheduled(Free, begins: 20, scope: "/administrativeUnits/a").WhoCan("/").Said(), Is.Empty);

    [Test]
    public void Schedules_that_were_refused_leave_a_doubt_and_those_not_wanted_none()
    {
        var map = Free.Assigned(Group, Role);

        Assert.That(
            WaysInWords.Of(
                map.Refuse(SnapshotParts.RoleEligibilitySchedules)
                    .Gap(SnapshotParts.GroupEligibilitySchedules, Group)
                    .WhoCan()
                    .Unread
            ),
            Is.EqualTo(["RoleEligibilitySchedules", $"GroupEligibilitySchedules {Group}"])
        );
        Assert.That(
            map.Miss(SnapshotParts.GroupEligibilitySchedules, PartStatus.NotAsked, MissingReason.SwitchedOff)
                .WhoCan()
                .Unread,
            Is.Empty
        );
    }

    [Test]
    public void People_of_a_group_that_gets_the_role_later_may_hide_too() =>
        Assert.That(
            WaysInWords.Of(Scheduled(Free.Gap(SnapshotParts.GroupMembers, Group), Group, begins: 20).WhoCan().Unread),
            Is.EqualTo([$"GroupMembers {Group}"])
        );

    private static readonly ScheduleOrigin Origin = new(A.TakenAt.AddDays(-1), "request", null, "Provisioned");

    private static TenantSnapshot Scheduled(
        TenantSnapshot tenant,
        string principal = "Ada",
        double begins = 0,
        double? ends = null,
        string scope = "/"
    ) =>
        tenant with
        {
            RoleEligibilitySchedules =
            [
                new(
                    "schedule",
                    A.Role(Role),
                    A.Id(principal),
                    scope,
                    A.TakenAt.AddHours(begins),
                    ends is { } end ? A.TakenAt.AddHours(end) : null,
                    Origin
                ),
            ],
        };
}
