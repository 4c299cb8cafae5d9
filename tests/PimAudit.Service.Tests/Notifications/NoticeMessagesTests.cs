using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Service.Tests.Notifications;

public sealed class NoticeMessagesTests
{
    private static readonly DateTimeOffset Slot = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly NotificationSettings Two = new([
        new NdjsonSettings("a", NotifyOn.Default),
        new NdjsonSettings("b", NotifyOn.Default with { Findings = Severity.Critical, ScanFailed = false }),
    ]);

    private static RunNews News => AResult.Empty.With(AResult.Finding("PIM101", Severity.High)).After(AResult.Empty);

    [Test]
    public void Each_channel_gets_what_it_asked_for() =>
        Assert.That(NoticeMessages.Of(News, Two).Select(one => one.Channel), Is.EqualTo(["a"]));

    [Test]
    public void The_same_run_gives_the_same_keys_and_bodies()
    {
        var (one, other) = (NoticeMessages.Of(News, Two), NoticeMessages.Of(News, Two));

        Assert.That(one, Is.EqualTo(other).And.Not.Empty);
    }

    [Test]
    public void Another_run_tenant_event_channel_or_slot_gives_another_key()
    {
        var other = News with { Result = News.Result with { Run = News.Result.Run with { Id = "ff" } } };
        var elsewhere = News with { Result = News.Result with { Tenant = new(A.Id("Fabrikam"), null, null) } };
        var missed = new ScanTrouble(A.Id("Contoso"), Slot, Slot, WhyNot: null, IsMissed: true);
        var all = new NotificationSettings([
            Two.Channels[0],
            new NdjsonSettings("c", NotifyOn.Default with { ScanFailed = false }),
        ]);

        var keys = NoticeMessages
            .Of(News, all)
            .Concat(NoticeMessages.Of(other, all))
            .Concat(NoticeMessages.Of(elsewhere, all))
            .Concat(NoticeMessages.Of(missed, all))
            .Concat(NoticeMessages.Of(missed with { Slot = Slot.AddDays(1) }, all))
            .Concat(NoticeMessages.Of(missed with { IsMissed = false }, all))
            .Select(one => one.Key)
            .ToList();

        Assert.That((keys.Count, keys.Distinct(StringComparer.Ordinal).Count()), Is.EqualTo((11, 11)));
    }

    [Test]
    public void Two_nodes_that_find_the_same_slot_missed_at_other_times_make_one_message()
    {
        var missed = new ScanTrouble(A.Id("Contoso"), Slot, Slot, WhyNot: null, IsMissed: true);

        Assert.That(
            NoticeMessages.Of(missed with { At = Slot.AddMinutes(7) }, Two),
            Is.EqualTo(NoticeMessages.Of(missed, Two))
        );
    }

    [Test]
    public void A_failed_scan_tells_its_slot_and_the_first_line_without_names()
    {
        var failed = new ScanTrouble(
            A.Id("Contoso"),
            Slot,
            Slot,
            "Cannot read /home/ines/pimaudit.yaml for ines@contoso.example, 'Ines Falk'.\nSecond line.",
            IsMissed: false
        );

        var notice = NoticeJson.Read(NoticeMessages.Of(failed, Two).Single().Body);

        Assert.That(notice.Headline, Is.EqualTo("Not scanned: the scan of 2026-10-01 06:00 UTC failed"));
        Assert.That(notice.Reason, Is.EqualTo("Cannot read (a path) for (an address) (a name)."));
    }

    [Test]
    public void A_body_survives_the_way_through_the_outbox()
    {
        var message = NoticeMessages.Of(News, Two).Single();

        Assert.That(NoticeJson.Write(NoticeJson.Read(message.Body)), Is.EqualTo(message.Body));
    }
}
