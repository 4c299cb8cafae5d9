using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

public sealed class OtherQuestionsTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("Mail");

    [Test]
    public void Tells_what_a_person_can_use_and_after_how_many_activations()
    {
        var map = AccessMap.Resolve(
            Tenant
                .Assigned("Ada", "Reports Reader")
                .EligibleMember("Mail", "Ada")
                .Eligible("Mail", Role)
                .Settings(Role)
                .GroupSettings("Mail")
                .Users("Approver")
                .Assigned("Ben", Role)
        );

        Assert.That(
            WhatCan
                .Ask(map, A.Id("Ada"), takeover: true, A.TakenAt)
                .Ways.Select(way => (way.Band, way.Path.Role.Label, way.Activations, way.Approvals.Length)),
            Is.EqualTo([(WayBand.Now, "Reports Reader", 0, 0), (WayBand.Within, Role, 2, 2)])
        );
    }

    [Test]
    public void Names_groups_in_which_a_person_may_stand_unseen() =>
        Assert.That(
            WaysInWords.Of(
                WhatCan
                    .Ask(
                        AccessMap.Resolve(Tenant.Gap(SnapshotParts.GroupEligibilities, "Mail")),
                        A.Id("Ada"),
                        takeover: true,
                        A.TakenAt
                    )
                    .Unread
            ),
            Is.EqualTo(["GroupEligibilities Mail"])
        );

    /// <summary>Whatever holds a role and was not resolved may be a group, and anybody may be in it.</summary>
    [Test]
    public void Names_holders_who_may_be_groups_with_the_person_inside()
    {
        var map = AccessMap.Resolve(Tenant.Assigned("Unknown", Role).Gap(SnapshotParts.Principals, "Unknown"));
        string[] expected = [$"Principals {A.Id("Unknown"):D}"];

        Assert.That(
            WaysInWords.Of(WhatCan.Ask(map, A.Id("Ada"), takeover: false, A.TakenAt).Unread),
            Is.EqualTo(expected)
        );
        Assert.That(WaysInWords.Of(Held.ActiveNow(map, A.TakenAt).Unread), Is.EqualTo(expected));
        Assert.That(WaysInWords.Of(Held.Expiring(map, TimeSpan.FromDays(1), A.TakenAt).Unread), Is.EqualTo(expected));
    }

    [Test]
    public void Assignments_in_groups_that_were_not_listed_may_be_missing()
    {
        var map = AccessMap.Resolve(Tenant.Refuse(SnapshotParts.RoleAssignableGroups));
        string[] expected = ["RoleAssignableGroups"];

        Assert.That(WaysInWords.Of(Held.ActiveNow(map, A.TakenAt).Unread), Is.EqualTo(expected));
        Assert.That(WaysInWords.Of(Held.Expiring(map, TimeSpan.FromDays(1), A.TakenAt).Unread), Is.EqualTo(expected));
        Assert.That(WaysInWords.Of(Orphans.Ask(map, A.TakenAt).Unread), Is.EqualTo(expected));
    }

    [Test]
    public void Activations_in_progress_come_by_end_and_leave_with_it()
    {
        var map = AccessMap.Resolve(
            Tenant
                .Activated("Ada", Role)
                .ActivatedMember("Mail", "Ben", ends: TimeSpan.FromHours(2))
                .Assigned("Ben", Role)
                .Eligible("Ada", Role)
        );

        Assert.That(Said(Held.ActiveNow(map, A.TakenAt).Rows), Is.EqualTo(["Ben Mail", $"Ada {Role}"]));
        Assert.That(Said(Held.ActiveNow(map, A.TakenAt.AddHours(2)).Rows), Is.EqualTo([$"Ada {Role}"]));
        Assert.That(Said(Held.ActiveNow(map, A.TakenAt.AddHours(2)).Ended), Is.EqualTo(["Ben Mail"]));
    }

    [Test]
    public void An_assignment_of_unknown_kind_may_be_an_activation() =>
        Assert.That(
            WaysInWords.Of(Held.ActiveNow(AccessMap.Resolve(Tenant.AssignedUnlisted("Ada", Role)), A.TakenAt).Unread),
            Is.EqualTo(["ActiveAssignments Ada"])
        );

    [Test]
    public void Expiring_holds_both_kinds_up_to_the_last_day_and_no_activation()
    {
        var map = AccessMap.Resolve(
            Tenant
                .Assigned("Ada", Role, ends: TimeSpan.FromDays(14))
                .Eligible("Ben", Role, ends: TimeSpan.FromDays(14) + TimeSpan.FromMinutes(1))
                .EligibleMember("Mail", "Ben", ends: TimeSpan.FromDays(3))
                .Assigned("Ben", "Reports Reader")
                .Activated("Ada", "Reports Reader")
        );

        Assert.That(
            Said(Held.Expiring(map, TimeSpan.FromDays(14), A.TakenAt).Rows),
            Is.EqualTo(["Ben Mail", $"Ada {Role}"])
        );
    }

    [Test]
    public void Orphans_are_the_assignments_of_the_dead_with_the_reason()
    {
        var map = AccessMap.Resolve(
            Tenant
                .User("Cleo", user => user with { IsEnabled = false })
                .Deleted("Dan", TimeSpan.FromDays(2))
                .Assigned("Ada", Role)
                .Assigned("Cleo", Role)
                .EligibleMember("Mail", "Dan")
        );

        Assert.That(
            Orphans.Ask(map, A.TakenAt).Rows.Select(one => $"{one.Row.Principal.Label} {one.Life.Fault}"),
            Is.EqualTo(["Dan was deleted on 2026-09-29", "Cleo is disabled"])
        );
        Assert.That(Orphans.Ask(map, A.TakenAt).Unread, Is.Empty);
    }

    [Test]
    public void A_principal_who_was_not_read_may_be_dead()
    {
        var map = AccessMap.Resolve(A.Tenant.User("Ada", user => user with { IsEnabled = null }).Assigned("Ada", Role));

        Assert.That(WaysInWords.Of(Orphans.Ask(map, A.TakenAt).Unread), Is.EqualTo(["Principals Ada"]));
    }

    private static IEnumerable<string> Said(IEnumerable<HeldRow> rows) =>
        rows.Select(row => $"{row.Principal.Label} {row.Target.Label}");
}
