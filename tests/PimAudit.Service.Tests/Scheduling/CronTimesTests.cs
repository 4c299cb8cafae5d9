using NUnit.Framework;

namespace PimAudit.Service.Tests;

public sealed class CronTimesTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Test]
    public void A_time_is_meant_on_the_clock_of_the_zone_in_summer_and_in_winter() =>
        Assert.That(
            new[] { "2026-07-01T12:00:00Z", "2026-12-01T12:00:00Z" }.Select(after =>
                Times("0 30 2 * * ?").After(DateTimeOffset.Parse(after))
            ),
            Is.EqualTo(new[] { Utc(2026, 7, 2, 0, 30), Utc(2026, 12, 2, 1, 30) })
        );

    [Test]
    public void The_night_without_the_hour_still_has_its_time() =>
        Assert.That(Times("0 30 2 * * ?").After(Utc(2027, 3, 27, 12, 0)), Is.EqualTo(Utc(2027, 3, 28, 1, 0)));

    [Test]
    public void The_night_with_the_hour_twice_has_its_time_once() =>
        Assert.That(
            Times("0 30 2 * * ?").After(Times("0 30 2 * * ?").After(Utc(2026, 10, 24, 12, 0))!.Value),
            Is.EqualTo(Utc(2026, 10, 26, 1, 30))
        );

    [Test]
    public void Before_and_after_leave_the_time_itself_out() =>
        Assert.That(
            (Times("0 30 2 * * ?").Before(Nightly.Slot), Times("0 30 2 * * ?").After(Nightly.Slot)),
            Is.EqualTo((Nightly.Slot.AddDays(-1), Nightly.Slot.AddDays(1)))
        );

    [Test]
    public void A_year_that_is_past_has_no_time_left() =>
        Assert.That(Times("0 0 0 1 1 ? 2020").After(Nightly.Slot), Is.Null);

    [TestCase("30 2 * * *", "(seconds first)")]
    [TestCase("", "(seconds first)")]
    [TestCase("0 30 25 * * ?", "(seconds first)")]
    [TestCase("0 30 2 * * ? 2026 x", "(seconds first)")]
    [TestCase("* 30 2 * * ?", "0 30 2 * * ? means once")]
    public void What_cannot_be_meant_is_refused(string cron, string expected)
    {
        Assert.That(CronTimes.TryParse(cron, Berlin, out _, out var why), Is.False);
        Assert.That(why, Does.Contain(expected));
    }

    private static CronTimes Times(string cron) => CronTimes.Of(Nightly.Schedule with { Cron = cron });

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
