using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Access.Tests.Questions.Diagnosis.CheckInWords;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

public sealed class AttemptTests
{
    private const string Requested = "Add member to role requested (PIM activation)";
    private const string Asked = "Add member to role approval requested (PIM activation)";
    private const string Approved = "Add member to role request approved (PIM activation)";
    private const string Denied = "Add member to role request denied (PIM activation)";
    private const string Completed = "Add member to role completed (PIM activation)";
    private const string Expired = "PIM activation request expired";
    private const string Ended = "Remove member from role (PIM activation expired)";
    private const string Deactivated = "Remove member from role completed (PIM deactivate)";

    private const string Activate =
        "Activate Exchange Administrator in My roles, Microsoft Entra roles, to be approved by Approver within 24 h.";

    [Test]
    public void A_request_waits_for_an_approver() =>
        Assert.That(
            Sound.Event(Requested, 23).Event(Asked, 23).Diagnose().Said(),
            Is.EqualTo([
                "Let Approver approve the request for Exchange Administrator of 2026-09-30 07:00 UTC, before 2026-10-01 07:00 UTC.",
                "+++++-+x",
                "Last attempt: a request for Exchange Administrator of 2026-09-30 07:00 UTC waits for an approver until 2026-10-01 07:00 UTC",
            ])
        );

    [Test]
    public void A_request_alone_waits_where_approval_is_asked_for() =>
        Assert.That(
            Sound.Event(Requested, 1).Diagnose().Advice.Text,
            Is.EqualTo(
                "Let Approver approve the request for Exchange Administrator of 2026-10-01 05:00 UTC, before 2026-10-02 05:00 UTC."
            )
        );

    [Test]
    public void A_request_is_waited_for_during_a_day() =>
        Assert.That(
            Sound.Event(Asked, 24).Diagnose().Said(),
            Is.EqualTo([
                "Request Exchange Administrator again and tell Approver: a request expires after 24 h, and the last one did.",
                "+++++-+x",
                "Last attempt: a request for Exchange Administrator of 2026-09-30 06:00 UTC found no answer within 24 h",
            ])
        );

    [Test]
    public void What_became_of_a_request_after_the_snapshot_is_not_known() =>
        Assert.That(
            Sound.Event(Asked, 23).Diagnose(later: 1).Said(),
            Is.EqualTo([
                "Take a new snapshot, with audit log of Exchange Administrator in it.",
                "+++++-+?",
                "Last attempt: a request for Exchange Administrator of 2026-09-30 07:00 UTC waited for an approver at the snapshot: The log ends before the outcome.",
            ])
        );

    [Test]
    public void A_denial_is_settled_first() =>
        Assert.That(
            Sound.Event(Asked, 5).Event(Denied, 4, reason: "No ticket", by: "Approver").Diagnose().Said(),
            Is.EqualTo([
                "Settle with Approver why the request for Exchange Administrator was denied (\"No ticket\"), then request it again.",
                "+++++-+x",
                "Last attempt: a request for Exchange Administrator was denied on 2026-10-01 02:00 UTC by Approver (\"No ticket\")",
            ])
        );

    [Test]
    public void A_request_that_expired_is_made_again() =>
        Assert.That(
            Sound.Event(Asked, 30).Event(Expired, 6).Diagnose().Said(),
            Is.EqualTo([
                "Request Exchange Administrator again and tell Approver: a request expires after 24 h, and the last one did.",
                "+++++-+x",
                "Last attempt: a request for Exchange Administrator expired unanswered on 2026-10-01 00:00 UTC",
            ])
        );

    [TestCase(
        "MfaRule",
        "Remove what made the activation of Exchange Administrator fail (\"MfaRule\"), then activate it again."
    )]
    [TestCase(null, "Activate Exchange Administrator again and read the error: the audit log tells no reason.")]
    public void A_failure_tells_its_reason(string? reason, string advice) =>
        Assert.That(
            Sound.Event(Requested, 2).Event(Completed, 2, reason, result: "failure").Diagnose().Advice.Text,
            Is.EqualTo(advice)
        );

    [TestCase(Completed, "Exchange Administrator was activated on 2026-10-01 04:00 UTC", '+')]
    [TestCase(Ended, "the activation of Exchange Administrator ended on 2026-10-01 04:00 UTC", '+')]
    [TestCase(Deactivated, "the activation of Exchange Administrator ended on 2026-10-01 04:00 UTC", '+')]
    [TestCase(
        "Add member to role canceled (PIM activation)",
        "a request for Exchange Administrator was withdrawn on 2026-10-01 04:00 UTC",
        '-'
    )]
    public void An_attempt_that_went_well_is_in_nobodys_way(string activity, string text, char mark)
    {
        var check = Sound.Event(activity, 2).Diagnose();

        Assert.That((check.Said(), check.Lines[^1].Text), Is.EqualTo((new[] { Activate, $"+++++-+{mark}" }, text)));
    }

    [Test]
    public void Only_the_last_attempt_counts() =>
        Assert.That(
            Sound
                .Event(Denied, 50, by: "Approver")
                .Event(Approved, 3, by: "Approver")
                .Event(Completed, 3)
                .Diagnose()
                .Advice.Text,
            Is.EqualTo(Activate)
        );

    [Test]
    public void The_end_of_an_activation_says_nothing_of_a_newer_request() =>
        Assert.That(
            Sound.Event(Completed, 9).Event(Asked, 2).Event(Ended, 1).Diagnose().Lines[^1].Text,
            Does.StartWith("a request for Exchange Administrator of 2026-10-01 04:00 UTC waits")
        );

    [Test]
    public void Steps_of_one_moment_are_taken_in_their_order() =>
        Assert.That(
            Sound.Event(Completed, 2).Event(Requested, 2).Diagnose().Lines[^1].Text,
            Is.EqualTo("Exchange Administrator was activated on 2026-10-01 04:00 UTC")
        );

    [Test]
    public void An_outcome_that_the_log_does_not_tell_is_not_known() =>
        Assert.That(
            Sound.Event(Approved, 1, by: "Approver").Diagnose().Said().Skip(1),
            Is.EqualTo([
                "+++++-+?",
                "Last attempt: a request for Exchange Administrator was approved on 2026-10-01 05:00 UTC: The log ends before the outcome.",
            ])
        );

    [Test]
    public void Requests_of_others_are_left_out() =>
        Assert.That(
            Sound
                .Event(Denied, 2, by: "Ada", user: "Ben")
                .Event("Update role setting in PIM", 1)
                .Event(Denied, 1, by: "Approver", group: "Another group")
                .Diagnose()
                .Said(),
            Is.EqualTo([Activate, "+++++-+-"])
        );

    [Test]
    public void The_membership_of_the_group_that_carries_the_role_counts() =>
        Assert.That(
            Sound.Event(Denied, 2, by: "Approver", group: Team).Diagnose().Lines[^1].Text,
            Is.EqualTo("a request for RAG - Exchange was denied on 2026-10-01 04:00 UTC by Approver")
        );

    [Test]
    public void A_failure_before_the_role_became_active_is_history() =>
        Assert.That(
            Sound.Activated("Ada", Role, through: Team).Event(Denied, 2, by: "Approver").Diagnose().Said(),
            Is.EqualTo([
                "Exchange Administrator is active until 2026-10-01 13:00 UTC: sign out and in again.",
                "++---++-",
            ])
        );

    [Test]
    public void The_log_is_gone_through_once()
    {
        var passes = 0;
        IEnumerable<PimEvent> Counted()
        {
            passes++;
            yield break;
        }

        (
            Sound.Groups("RAG - Mail").Member("RAG - Mail", "Ada").Eligible("RAG - Mail", Role) with
            {
                Events = Counted(),
            }
        ).Diagnose();

        Assert.That(passes, Is.EqualTo(1));
    }
}
