using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Service.Tests.Notifications;

public sealed class OutboxAlarmTests
{
    private static readonly TenantSchedule Nightly = new(
        "contoso",
        A.Id("Contoso"),
        "0 0 6 * * ?",
        TimeZoneInfo.Utc,
        TimeSpan.Zero,
        MisfirePolicy.RunOnce,
        TimeSpan.FromHours(1)
    );

    [Test]
    public async Task Whoever_tells_of_a_slot_makes_one_message_for_each_channel_and_event()
    {
        var outbox = new MemoryOutbox(TimeProvider.System);
        var settings = new NotificationSettings([new NdjsonSettings("log", NotifyOn.Default)]);
        var (one, other) = (
            new OutboxAlarm(outbox, settings, TimeProvider.System),
            new OutboxAlarm(outbox, settings, TimeProvider.System)
        );

        await one.MissedAsync(Nightly, Channel.Now, "Nobody was there.", CancellationToken.None);
        await other.MissedAsync(Nightly, Channel.Now, "Nobody was there.", CancellationToken.None);
        await one.FailedAsync(Nightly, Channel.Now, "No sign-in.", CancellationToken.None);

        Assert.That(
            outbox
                .Rows.Select(row => NoticeJson.Read(row.Message.Body))
                .Select(notice => (notice.Alias, notice.Headline)),
            Is.EqualTo([
                ("contoso", "Not scanned: the scan of 2026-10-01 06:05 UTC was missed"),
                ("contoso", "Not scanned: the scan of 2026-10-01 06:05 UTC failed"),
            ])
        );
    }
}
