using NUnit.Framework;

namespace PimAudit.Service.Tests;

public sealed class TimetableTests
{
    private static readonly Timetable Table = new(Nightly.Schedule);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Late = Nightly.Slot.AddMinutes(45);

    [Test]
    public void The_start_depends_on_tenant_and_slot_alone()
    {
        var jittered = Nightly.Schedule with { Jitter = TimeSpan.FromMinutes(5) };

        Assert.That(
            new[]
            {
                new Timetable(jittered).StartOf(Nightly.Slot),
                new Timetable(jittered with { Alias = "other" }).StartOf(Nightly.Slot),
                new Timetable(jittered).StartOf(Nightly.Slot.AddDays(1)),
                new Timetable(jittered with { Tenant = Guid.Empty }).StartOf(Nightly.Slot),
            }.Select(start => start.ToString("dd HH:mm:ss")),
            Is.EqualTo(new[] { "29 01:33:51", "29 01:33:51", "30 01:30:22", "29 01:33:39" })
        );
    }

    [Test]
    public void Starts_spread_over_the_whole_jitter_and_never_beyond()
    {
        var jittered = Nightly.Schedule with { Jitter = TimeSpan.FromSeconds(3) };
        var starts = Enumerable
            .Range(0, 100)
            .Select(number => new Timetable(jittered with { Tenant = new(number, 0, 0, new byte[8]) }))
            .Select(table => (table.StartOf(Nightly.Slot) - Nightly.Slot).TotalSeconds);

        Assert.That(starts.Distinct().Order(), Is.EqualTo(new[] { 0, 1, 2, 3 }));
    }

    [Test]
    public void Without_jitter_the_scan_starts_at_its_time() =>
        Assert.That(Table.StartOf(Nightly.Slot), Is.EqualTo(Nightly.Slot));

    [Test]
    public void A_slot_is_superseded_once_the_next_one_is_due() =>
        Assert.That(
            (
                Table.IsSuperseded(Nightly.Slot, Nightly.Slot.AddDays(1).AddTicks(-1)),
                Table.IsSuperseded(Nightly.Slot, Nightly.Slot.AddDays(1))
            ),
            Is.EqualTo((false, true))
        );

    [Test]
    public void A_slot_is_overdue_after_jitter_time_limit_and_grace() =>
        Assert.That(
            (Overdue(Nightly.Slot.AddDays(-1), Late.AddTicks(-1)), Overdue(Nightly.Slot.AddDays(-1), Late)),
            Is.EqualTo((Array.Empty<DateTimeOffset>(), new[] { Nightly.Slot }))
        );

    [Test]
    public void The_slot_that_is_recorded_is_not_overdue() =>
        Assert.That(
            (Overdue(Nightly.Slot, Late), Overdue(Nightly.Slot.AddTicks(-1), Late)),
            Is.EqualTo((Array.Empty<DateTimeOffset>(), new[] { Nightly.Slot }))
        );

    [Test]
    public void After_a_long_absence_the_newest_are_overdue() =>
        Assert.That(
            Table.Overdue(Nightly.Slot.AddDays(-365), Late, Grace, 2),
            Is.EqualTo(new[] { Nightly.Slot, Nightly.Slot.AddDays(-1) })
        );

    [Test]
    public void An_attempt_is_called_by_slot_and_number() =>
        Assert.That(
            (new Fire(Nightly.Slot, 2).ToString(), Fire.Parse("20261129T013000Z.2")),
            Is.EqualTo(("20261129T013000Z.2", new Fire(Nightly.Slot, 2)))
        );

    [TestCase("times")]
    [TestCase("20261129T013000Z")]
    [TestCase("20261129T013000Z.-1")]
    [TestCase("20261329T013000Z.1")]
    [TestCase("20261129T013000Z.1.2")]
    public void Another_name_is_no_attempt(string name) => Assert.That(Fire.Parse(name), Is.Null);

    private static DateTimeOffset[] Overdue(DateTimeOffset since, DateTimeOffset now) =>
        [.. Table.Overdue(since, now, Grace, 10)];
}
