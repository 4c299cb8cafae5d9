using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace PimAudit.Service.Tests;

public sealed class WatchdogTests
{
    private const string Missed = "missed contoso 2026-11-29 01:30: No run was recorded until 2026-11-29 02:15:00 UTC.";

    private FakeTimeProvider time = null!;
    private MemorySlotBook book = null!;
    private TenantStates states = null!;
    private ScanMeter meter = null!;

    [SetUp]
    public void Begin()
    {
        time = new(Nightly.Slot);
        book = new(time);
        states = new();
        meter = new();
    }

    [TearDown]
    public void End() => meter.Dispose();

    [Test]
    public async Task A_missed_scan_is_told_once_its_time_is_over_and_only_once()
    {
        var (watchdog, alarms) = Watch();
        book.Record(Nightly.Tenant, Nightly.Slot.AddDays(-1));
        time.Advance(TimeSpan.FromMinutes(45) - TimeSpan.FromTicks(1));
        await watchdog.LookAsync(default);
        Assert.That(alarms.Told, Is.Empty);
        time.Advance(TimeSpan.FromTicks(1));
        await watchdog.LookAsync(default);
        await watchdog.LookAsync(default);

        Assert.That(alarms.Told, Is.EqualTo(new[] { Missed }));
        Assert.That(states.Of(Nightly.Tenant).Missed, Is.EqualTo(new[] { Nightly.Slot }));
    }

    [Test]
    public async Task What_is_recorded_later_is_missed_no_more()
    {
        var (watchdog, _) = Watch();
        book.Record(Nightly.Tenant, Nightly.Slot.AddDays(-1));
        time.Advance(TimeSpan.FromHours(1));
        await watchdog.LookAsync(default);
        book.Record(Nightly.Tenant, Nightly.Slot);
        await watchdog.LookAsync(default);

        Assert.That(states.Of(Nightly.Tenant).Missed, Is.Empty);
    }

    [Test]
    public async Task A_run_in_time_is_no_alarm()
    {
        var (watchdog, alarms) = Watch();
        book.Record(Nightly.Tenant, Nightly.Slot);
        time.Advance(TimeSpan.FromHours(1));
        await watchdog.LookAsync(default);

        Assert.That(alarms.Told, Is.Empty);
    }

    [Test]
    public async Task A_tenant_is_not_missed_before_it_was_on_the_list()
    {
        var (watchdog, alarms) = Watch(since: Nightly.Slot.AddSeconds(1));
        time.Advance(TimeSpan.FromHours(1));
        await watchdog.LookAsync(default);

        Assert.That(alarms.Told, Is.Empty);
    }

    [Test]
    public async Task A_tenant_without_any_run_is_missed_from_its_first_time_on()
    {
        var (watchdog, alarms) = Watch(since: Nightly.Slot);
        time.Advance(TimeSpan.FromHours(1));
        await watchdog.LookAsync(default);

        Assert.That(alarms.Told, Is.EqualTo(new[] { Missed }));
    }

    [Test]
    public async Task What_was_missed_while_nobody_ran_is_told_oldest_first()
    {
        var (watchdog, alarms) = Watch();
        book.Record(Nightly.Tenant, Nightly.Slot);
        time.Advance(TimeSpan.FromDays(3));
        await watchdog.LookAsync(default);

        Assert.That(
            alarms.Told.Select(one => one.Split(':')[0]),
            Is.EqualTo(new[] { "missed contoso 2026-11-30 01", "missed contoso 2026-12-01 01" })
        );
    }

    [Test]
    public async Task What_the_schedule_before_this_one_missed_is_told_too()
    {
        var (watchdog, alarms) = Watch(
            since: Nightly.Slot.AddHours(9),
            new ReplacedSchedule(new(Nightly.Schedule), Nightly.Slot.AddDays(-9))
        );
        book.Record(Nightly.Tenant, Nightly.Slot.AddDays(-1));
        time.Advance(TimeSpan.FromHours(9));
        await watchdog.LookBackAsync(default);
        await watchdog.LookAsync(default);

        Assert.That(alarms.Told, Is.EqualTo(new[] { Missed }));
    }

    [Test]
    public async Task Who_could_not_be_told_is_told_at_the_next_look()
    {
        var (watchdog, alarms) = Watch(since: Nightly.Slot);
        time.Advance(TimeSpan.FromHours(1));
        alarms.IsDeaf = true;
        await watchdog.LookAsync(default);
        alarms.IsDeaf = false;
        await watchdog.LookAsync(default);

        Assert.That(alarms.Told, Is.EqualTo(new[] { Missed }));
    }

    private (Watchdog Watchdog, ToldAlarms Alarms) Watch(
        DateTimeOffset? since = null,
        params ReplacedSchedule[] replaced
    )
    {
        var list = new ScheduleList([Nightly.Schedule]);
        var alarms = new ToldAlarms();
        var planted = new SchedulePlanter(list, time)
        {
            Since = ImmutableDictionary<Guid, DateTimeOffset>.Empty.Add(
                Nightly.Tenant,
                since ?? Nightly.Slot.AddDays(-9)
            ),
            Replaced = [.. replaced],
        };
        var watchdog = new Watchdog(
            list,
            planted,
            book,
            new([alarms], states, meter, NullLogger<Alarms>.Instance),
            states,
            new("node-a", new(IsPostgreSql: false, "")),
            time,
            NullLogger<Watchdog>.Instance
        );
        return (watchdog, alarms);
    }
}
