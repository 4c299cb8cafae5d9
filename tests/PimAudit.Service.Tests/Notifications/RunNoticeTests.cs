using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Service.Tests.Notifications;

public sealed class RunNoticeTests
{
    private static readonly NotifyOn Everything = NotifyOn.Default;

    [Test]
    public void Quiet_when_nothing_changed()
    {
        var same = AResult
            .Empty.With(AResult.Finding("PIM101", Severity.Critical, FindingStatus.Open))
            .With(AResult.Read(SnapshotParts.RoleSettings, PartStatus.Refused));

        Assert.That(RunNotice.Of(same.After(same), Everything), Is.Null);
    }

    [Test]
    public void Quiet_on_a_first_run_that_is_clean_and_complete() =>
        Assert.That(RunNotice.Of(AResult.Empty.AsFirst(), Everything), Is.Null);

    [Test]
    public void Tells_new_findings_at_the_threshold_by_rule_and_not_below_it()
    {
        var now = AResult.Empty.With(
            AResult.Finding("PIM204", Severity.High),
            AResult.Finding("PIM204", Severity.Medium, person: "B"),
            AResult.Finding("PIM101", Severity.High),
            AResult.Finding("PIM101", Severity.Critical, person: "B"),
            AResult.Finding("PIM101", Severity.Critical, person: "C")
        );

        var notice = RunNotice.Of(now.After(AResult.Empty), Everything)!;

        Assert.That(
            notice.NewFindings.Select(one => (one.RuleId, one.Severity, one.Count)),
            Is.EqualTo([("PIM101", Severity.Critical, 2), ("PIM101", Severity.High, 1), ("PIM204", Severity.High, 1)])
        );
        Assert.That(notice.Headline, Is.EqualTo("4 new findings at or above high"));
        Assert.That(
            notice.Open.Select(one => (one.Severity, one.Count)),
            Is.EqualTo([(Severity.Critical, 2), (Severity.High, 2), (Severity.Medium, 1)])
        );
        Assert.That(notice.Events, Is.EqualTo([NoticeEvent.Findings]));
    }

    [Test]
    public void A_channel_that_asks_for_no_findings_gets_none() =>
        Assert.That(
            RunNotice.Of(
                AResult.Empty.With(AResult.Finding("PIM101", Severity.Critical)).After(AResult.Empty),
                Everything with
                {
                    Findings = null,
                }
            ),
            Is.Null
        );

    [TestCase(Severity.High, Severity.High, false)]
    [TestCase(Severity.Medium, Severity.High, true)]
    public void A_finding_that_stays_new_against_the_baseline_is_told_once_unless_it_grows(
        Severity before,
        Severity now,
        bool isTold
    )
    {
        var baseline = new BaselineInfo("h", "test", AResult.Empty.Snapshot.TakenAt, "r", 0);
        var then = AResult.Empty.With(AResult.Finding("PIM101", before)) with { Baseline = baseline };
        var later = AResult.Empty.With(AResult.Finding("PIM101", now)) with { Baseline = baseline };

        Assert.That(RunNotice.Of(later.After(then), Everything) is not null, Is.EqualTo(isTold));
    }

    [Test]
    public void The_first_run_tells_what_is_open_and_that_it_is_the_first()
    {
        var notice = RunNotice.Of(
            AResult.Empty.With(AResult.Finding("PIM101", Severity.High, FindingStatus.Open)).AsFirst(),
            Everything
        )!;

        Assert.That(
            (notice.IsFirst, notice.PreviousRunId, notice.Headline),
            Is.EqualTo((true, (string?)null, "1 open finding at or above high"))
        );
    }

    [Test]
    public void Ten_rules_are_named_and_the_others_counted()
    {
        var now = AResult.Empty.With([
            .. Enumerable.Range(100, 13).Select(number => AResult.Finding($"PIM{number}", Severity.High)),
        ]);

        var notice = RunNotice.Of(now.After(AResult.Empty), Everything)!;

        Assert.That((notice.NewFindings.Length, notice.MoreRules), Is.EqualTo((10, 3)));
        Assert.That(notice.Headline, Does.StartWith("13 new findings"));
    }

    [Test]
    public void Waived_and_resolved_findings_are_no_news() =>
        Assert.That(
            RunNotice.Of(
                AResult
                    .Empty.With(
                        AResult.Finding("PIM101", Severity.Critical, FindingStatus.Waived),
                        AResult.Finding("PIM204", Severity.Critical, FindingStatus.Resolved)
                    )
                    .After(AResult.Empty),
                Everything
            ),
            Is.Null
        );

    [Test]
    public void Changes_are_counted_by_kind()
    {
        var change = new ChangeRow(
            ChangeSubject.Access,
            ChangeKind.Gained,
            new(ObjectKind.User, "u", "Ines Falk"),
            null,
            null,
            null,
            null,
            null,
            null,
            null
        );
        var now = AResult.Empty.With(AResult.Finding("PIM101", Severity.High)) with
        {
            Changes = [change with { Kind = ChangeKind.Weakened }, change, change],
        };

        Assert.That(
            RunNotice.Of(now.After(AResult.Empty), Everything)!.Changes,
            Is.EqualTo([new ChangeCount(ChangeKind.Gained, 2), new ChangeCount(ChangeKind.Weakened, 1)])
        );
    }

    [Test]
    public void Nobody_is_named()
    {
        var now = AResult.Empty.With(AResult.Finding("PIM101", Severity.High)) with
        {
            Reviews = [AResult.Review("k", ReviewState.Overdue)],
        };

        var text = NoticeJson.Write(RunNotice.Of(now.After(AResult.Empty), Everything)!);

        Assert.That(
            new[] { "Ines", "Falk", "Noor", "because", UserId }.Where(word =>
                text.Contains(word, StringComparison.OrdinalIgnoreCase)
            ),
            Is.Empty
        );
    }

    private static readonly string UserId = TestKit.A.Id("Ines Falk").ToString("D");
}
