using NUnit.Framework;
using PimAudit.Access.Questions.Diagnosis;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class ActiveTests
{
    private const string Bundled = "Teams Administrator";

    [TestCase(9, "is active until 2026-10-01 13:00 UTC: wait 5-10 minutes, then sign out and in again.")]
    [TestCase(10, "is active until 2026-10-01 13:00 UTC: sign out and in again.")]
    public void What_was_just_activated_needs_some_minutes(int minutes, string advice)
    {
        var tenant = Bare("Ada").Activated("Ada", Role);
        var row = tenant.RoleAssignmentInstances[0] with { StartsAt = A.TakenAt.AddMinutes(-minutes) };

        Assert.That(
            (tenant with { RoleAssignmentInstances = [row] }).Diagnose().Advice.Text,
            Is.EqualTo($"{Role} {advice}")
        );
    }

    [Test]
    public void What_is_active_is_to_be_used()
    {
        var check = Sound.Activated("Ada", Role, through: Team).Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Exchange Administrator is active until 2026-10-01 13:00 UTC: sign out and in again.",
                "++---++-",
            ])
        );
        Assert.That(
            (check.Lines[1].Text, check.Lines[5].Text, check.OtherWays),
            Is.EqualTo(
                (
                    "is a member of RAG - Exchange, and has activated Exchange Administrator, until 2026-10-01 13:00 UTC",
                    "activated on 2026-10-01 05:00 UTC, until 2026-10-01 13:00 UTC",
                    1
                )
            )
        );
    }

    [Test]
    public void What_was_active_at_the_snapshot_ends() =>
        Assert.That(
            new[] { 6.9, 7 }.Select(later =>
                Sound.Activated("Ada", Role, through: Team).Diagnose(later: later).Advice.Text[..21]
            ),
            Is.EqualTo(["Exchange Administrato", "Activate Exchange Adm"])
        );

    [TestCase(6.9, "activated on 2026-10-01 05:00 UTC, until 2026-10-01 13:00 UTC")]
    [TestCase(7, "an activation ended on 2026-10-01 13:00 UTC")]
    [TestCase(30, "an activation ended on 2026-10-01 13:00 UTC")]
    public void An_activation_that_ended_after_the_snapshot_is_not_denied(double later, string text) =>
        Assert.That(Sound.Activated("Ada", Role, through: Team).Diagnose(later: later).Lines[5].Text, Is.EqualTo(text));

    [Test]
    public void Nor_is_one_of_a_membership_or_on_another_way()
    {
        var bundle = Bundle(Role);
        var other = Bare("Ada")
            .Groups("Other")
            .ActivatedMember("Other", "Ada")
            .Assigned("Other", Role)
            .Eligible("Ada", Role);

        Assert.That(
            new[] { bundle, other }.Select(tenant => tenant.Diagnose(later: 7).Lines[5]).Select(Shown),
            Is.EqualTo([
                "an activation ended on 2026-10-01 13:00 UTC [GroupAssignments]",
                "an activation ended on 2026-10-01 13:00 UTC [GroupAssignments]",
            ])
        );
    }

    [Test]
    public void A_membership_may_be_active_on_another_way_than_the_one_that_is_nearest() =>
        Assert.That(
            Bare("Ada")
                .ActivatedMember(Team, "Ada")
                .Eligible(Team, Role, TimeSpan.FromDays(1))
                .Eligible("Ada", Role)
                .Diagnose()
                .Lines[5]
                .Text,
            Is.EqualTo(
                "the membership of RAG - Exchange is active until 2026-10-01 13:00 UTC, and more must be activated"
            )
        );

    [Test]
    public void What_was_activated_may_end_with_what_it_rests_on() =>
        Assert.That(
            Bare("Ada")
                .Member(Team, "Ada", TimeSpan.FromHours(2))
                .Activated(Team, Role)
                .Eligible("Ada", Role)
                .Diagnose(later: 3)
                .Lines[5]
                .Text,
            Is.EqualTo("a way that was usable at 2026-10-01 06:00 UTC ended on 2026-10-01 08:00 UTC")
        );

    [Test]
    public void An_activated_membership_is_learnt_late_by_some_services()
    {
        var check = Bundle(Role).Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Change to Approach 1: make a group of standing members, Ada among them, eligible for Exchange Administrator, instead of the membership that is activated in RAG - Exchange; until then wait 5-10 minutes, sign out and in again.",
                "++---+x-",
                "Takes effect: its service learns late of a membership that is activated, as in RAG - Exchange",
            ])
        );
        Assert.That(check.Advice.Object.Id, Is.EqualTo(A.Id(Team).ToString("D")));
    }

    [Test]
    public void Other_roles_take_effect_through_a_membership_too() =>
        Assert.That(
            Bundle(Bundled).Diagnose(Bundled).Said(),
            Is.EqualTo(["Teams Administrator is active until 2026-10-01 13:00 UTC: sign out and in again.", "++---+--"])
        );

    [Test]
    public void A_membership_may_be_active_while_the_role_still_waits() =>
        Assert.That(
            Bare("Ada")
                .ActivatedMember(Team, "Ada")
                .Eligible(Team, Role)
                .Settings(Role, one => one with { ApprovalRequired = false })
                .Registered("Ada")
                .Diagnose()
                .Lines[5]
                .Text,
            Is.EqualTo(
                "the membership of RAG - Exchange is active until 2026-10-01 13:00 UTC, and more must be activated"
            )
        );

    [Test]
    public void What_PIM_does_not_list_is_usable_in_a_way_that_is_not_known()
    {
        var check = Bare("Ada").AssignedUnlisted("Ada", Role).Diagnose();

        Assert.That(
            check.Said(),
            Is.EqualTo([
                "Sign out and in again: Exchange Administrator was usable at the snapshot, though until when is not known.",
                "++---?+-",
                "Active now: usable at the snapshot, but whether it was activated, and until when, was not told",
            ])
        );
        Assert.That(check.Unread.Select(fact => fact.Gap.Part), Is.EqualTo([SnapshotParts.ActiveAssignments]));
    }

    [Test]
    public void An_activation_hides_where_neither_list_was_read() =>
        Assert.That(
            Sound.Lose(SnapshotParts.ActiveAssignments).Lose(SnapshotParts.RoleAssignments).Diagnose().Said().Skip(1),
            Is.EqualTo([
                "+++++?+-",
                "Active now: whether an activation is in progress was not read: Graph answered 403.",
            ])
        );

    private static string Shown(CheckLine line) =>
        $"{line.Text} [{string.Join(", ", line.Evidence.Select(row => row.Part))}]";

    private static TenantSnapshot Bundle(string role) =>
        Bare("Ada").EligibleMember(Team, "Ada").ActivatedMember(Team, "Ada").Assigned(Team, role);
}
