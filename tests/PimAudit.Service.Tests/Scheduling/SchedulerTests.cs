using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace PimAudit.Service.Tests;

/// <summary>With the real scheduler, a real file and the real time: each waits for what happens, never for a time.</summary>
public sealed class SchedulerTests
{
    private static readonly TenantSchedule EachSecond = Nightly.Schedule with { Cron = "* * * * * ?" };
    private static readonly TenantSchedule Never = Nightly.Schedule with { Cron = "0 0 0 1 1 ? 2099" };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private MemorySlotBook book = null!;
    private DirectoryInfo folder = null!;
    private int recorded;

    private string File => Path.Combine(folder.FullName, "schedule.db");

    [SetUp]
    public void Begin() =>
        (book, folder, recorded) = (new(TimeProvider.System), Directory.CreateTempSubdirectory("pimaudit-serve-"), 0);

    [TearDown]
    public void End() => folder.Delete(recursive: true);

    [Test]
    public async Task Each_time_of_the_schedule_is_scanned_once_by_its_slot()
    {
        var third = new TaskCompletionSource();
        var scanner = new DelegateScanner((slot, _) => RecordAsync(slot, third));
        await using (await Node.StartAsync(File, book, scanner, [EachSecond]))
            await third.Task.WaitAsync(Patience);

        var slots = scanner.Asked.Select(asked => asked.Slot).ToList();
        Assert.That(slots, Is.Unique.And.Ordered);
        Assert.That(slots.Take(3).Select(slot => slot - slots[0]), Is.EqualTo(Seconds(0, 1, 2)));
        Assert.That(slots[0].Ticks % TimeSpan.TicksPerSecond, Is.Zero);
    }

    [Test]
    public async Task A_scan_that_fails_is_tried_three_times_for_its_slot_and_then_told()
    {
        var told = new TaskCompletionSource();
        var tries = 0;
        var scanner = new DelegateScanner(
            (_, _) =>
            {
                if (++tries == 3)
                    told.SetResult();
                return Task.FromResult<string?>("Cannot sign in.\nSeen\nCost\nDo");
            }
        );
        var soon = Once();
        await using var node = await Node.StartAsync(File, book, scanner, [soon]);
        await told.Task.WaitAsync(Patience);
        await node.DisposeAsync();

        Assert.That(scanner.Asked.Distinct().Count(), Is.EqualTo(1));
        Assert.That(node.Alarms.Told.Single(), Does.StartWith("failed contoso").And.EndsWith(": Cannot sign in."));
        Assert.That(node.States.Of(Nightly.Tenant).Failure!.What, Is.EqualTo("Cannot sign in."));
    }

    [Test]
    public async Task A_scan_waits_for_the_end_of_its_jitter_without_taking_a_place()
    {
        var scanned = new TaskCompletionSource();
        var scanner = new DelegateScanner((slot, _) => RecordAsync(slot, scanned, after: 1));
        var soon = Once() with { Jitter = TimeSpan.FromSeconds(2) };
        await using var node = await Node.StartAsync(File, book, scanner, [soon]);
        await scanned.Task.WaitAsync(Patience);

        var slot = scanner.Asked.Single().Slot;
        Assert.That(DateTimeOffset.UtcNow, Is.GreaterThanOrEqualTo(new Timetable(soon).StartOf(slot)));
        Assert.That(slot, Is.EqualTo(CronTimes.Of(soon).Before(DateTimeOffset.UtcNow)));
    }

    [Test]
    public async Task Two_scans_of_a_tenant_never_overlap_and_what_they_cost_is_told()
    {
        var (together, most, second) = (0, 0, new TaskCompletionSource());
        var scanner = new DelegateScanner(
            async (slot, cancellation) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref together));
                await Task.Delay(TimeSpan.FromSeconds(2.1), cancellation);
                Interlocked.Decrement(ref together);
                return await RecordAsync(slot, second, after: 2);
            }
        );
        await using var node = await Node.StartAsync(File, book, scanner, [EachSecond]);
        await second.Task.WaitAsync(Patience);
        await node.DisposeAsync();

        Assert.That(most, Is.EqualTo(1));
        Assert.That(node.Alarms.Told, Is.Not.Empty.And.All.Contains("The next time of the schedule came"));
    }

    [Test]
    public async Task A_stop_frees_the_slot_of_a_scan_and_the_next_start_goes_on_with_it()
    {
        var begun = new TaskCompletionSource();
        var hanging = new DelegateScanner((_, cancellation) => HangAsync(begun, cancellation));
        var soon = Once();
        var first = await Node.StartAsync(
            File,
            book,
            hanging,
            [soon],
            options => options with { StopGrace = TimeSpan.FromMilliseconds(1) }
        );
        await begun.Task.WaitAsync(Patience);
        await first.DisposeAsync();
        var slot = hanging.Asked.Single().Slot;
        Assert.That(book.HolderOf(Nightly.Tenant, slot), Is.Null);

        var scanned = new TaskCompletionSource();
        var working = new DelegateScanner((at, _) => RecordAsync(at, scanned, after: 1));
        await using (await Node.StartAsync(File, book, working, [soon]))
            await scanned.Task.WaitAsync(Patience);
        Assert.That(working.Asked.Single().Slot, Is.EqualTo(slot));
    }

    [Test]
    public async Task A_scan_cut_off_with_its_process_is_taken_over_for_the_same_slot()
    {
        var begun = new TaskCompletionSource();
        var hanging = new DelegateScanner((_, cancellation) => HangAsync(begun, cancellation));
        var soon = Once();
        var dies = await Node.StartAsync(File, book, hanging, [soon], Hasty);
        await begun.Task.WaitAsync(Patience);
        var asItWas = Path.Combine(folder.FullName, "after-the-crash.db");
        System.IO.File.Copy(File, asItWas);
        await dies.DisposeAsync();
        var slot = hanging.Asked.Single().Slot;
        await book.ClaimAsync(Nightly.Tenant, slot, "the dead", TimeSpan.FromSeconds(1), default);

        var scanned = new TaskCompletionSource();
        var working = new DelegateScanner((at, _) => RecordAsync(at, scanned, after: 1));
        await using (await Node.StartAsync(asItWas, book, working, [soon], Hasty))
            await scanned.Task.WaitAsync(Patience);
        Assert.That(working.Asked.Single().Slot, Is.EqualTo(slot));

        static ServiceOptions Hasty(ServiceOptions options) =>
            options with
            {
                StopGrace = TimeSpan.FromMilliseconds(1),
                Lease = TimeSpan.FromSeconds(1),
            };
    }

    [Test]
    public async Task A_time_missed_while_nobody_ran_is_scanned_once_for_the_newest_and_the_others_are_told()
    {
        var scanned = new TaskCompletionSource();
        var scanner = new DelegateScanner((at, _) => RecordAsync(at, scanned, after: 1));
        var newest = await MissAsync(Hourly, times: 3);
        await using var later = await Node.StartAsync(File, book, scanner, [Hourly], Patient);
        await scanned.Task.WaitAsync(Patience);
        await later.DisposeAsync();

        Assert.That(scanner.Asked.Select(asked => asked.Slot), Is.EqualTo(new[] { newest }));
        Assert.That(
            later.Alarms.Told.Select(one => one.Split(": ")[1]),
            Is.EqualTo(Enumerable.Repeat("The next time of the schedule came before this one could be scanned.", 2))
        );
    }

    [Test]
    public async Task A_schedule_that_says_to_skip_scans_nothing_late()
    {
        var scanner = new DelegateScanner((_, _) => Task.FromResult<string?>(null));
        var skip = Hourly with { Misfire = MisfirePolicy.Skip, TimeLimit = TimeSpan.FromTicks(1) };
        await MissAsync(skip, times: 1);
        await using var later = await Node.StartAsync(File, book, scanner, [skip], Patient);
        while (!later.Alarms.Told.Any())
            await Task.Delay(20, new CancellationTokenSource(Patience).Token);

        Assert.That(later.Alarms.Told.Single(), Does.Contain("the schedule says to skip"));
        Assert.That(scanner.Asked, Is.Empty);
    }

    [Test]
    public async Task The_configuration_replaces_what_the_store_holds_and_leaves_alone_what_is_the_same()
    {
        var scanner = new DelegateScanner((_, _) => Task.FromResult<string?>(null));
        var other = Never with { Alias = "fabrikam", Tenant = Guid.Parse("22222222-2222-2222-2222-222222222222") };
        var third = Never with { Alias = "tailspin", Tenant = Guid.Parse("33333333-3333-3333-3333-333333333333") };
        var node = await Node.StartAsync(File, book, scanner, [Never, other, third]);
        var before = await StartsAsync(node);
        await node.DisposeAsync();
        await using var later = await Node.StartAsync(
            File,
            book,
            scanner,
            [Never, other with { Cron = "0 0 0 2 1 ? 2099" }]
        );
        var after = await StartsAsync(later);

        Assert.That(after.Keys, Is.EqualTo(new[] { Never.Tenant, other.Tenant }));
        Assert.That(after[Never.Tenant], Is.EqualTo(before[Never.Tenant]));
        Assert.That(
            (await later.Scheduler.GetTrigger(ScheduleNames.Cron(other.Tenant)))!.NextFireTimeUtc,
            Is.EqualTo(new DateTimeOffset(2099, 1, 1, 23, 0, 0, TimeSpan.Zero))
        );
    }

    private static TenantSchedule Hourly => Nightly.Schedule with { Cron = "0 0 * * * ?" };

    /// <summary>The scheduler finds out what was missed before the watchdog does.</summary>
    private static ServiceOptions Patient(ServiceOptions options) => options with { Grace = TimeSpan.FromDays(1) };

    /// <summary>A schedule that comes once, within two seconds.</summary>
    private static TenantSchedule Once()
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(2);
        return Nightly.Schedule with
        {
            Cron = $"{at.Second} {at.Minute} {at.Hour} {at.Day} {at.Month} ? {at.Year}",
            Zone = TimeZoneInfo.Utc,
        };
    }

    /// <summary>Leaves a store behind that last looked some hours ago.</summary>
    /// <returns>The newest time that was missed.</returns>
    private async Task<DateTimeOffset> MissAsync(TenantSchedule schedule, int times)
    {
        await using (await Node.StartAsync(File, book, new((_, _) => Task.FromResult<string?>(null)), [schedule])) { }
        var newest = CronTimes.Of(schedule).Before(DateTimeOffset.UtcNow)!.Value;
        await using var store = new SqliteConnection($"Data Source={File};Pooling=False");
        await store.OpenAsync();
        await using var change = store.CreateCommand();
        change.CommandText = "UPDATE QRTZ_TRIGGERS SET START_TIME = $oldest, NEXT_FIRE_TIME = $oldest";
        change.Parameters.AddWithValue("$oldest", newest.AddHours(1 - times).UtcTicks);
        Assert.That(await change.ExecuteNonQueryAsync(), Is.EqualTo(1));
        return newest;
    }

    private static async Task<ImmutableSortedDictionary<Guid, DateTimeOffset>> StartsAsync(Node node) =>
        (await node.Scheduler.QueryTriggers(new())).Items.ToImmutableSortedDictionary(
            trigger => ScheduleNames.Tenant(trigger.JobKey),
            trigger => trigger.StartTimeUtc
        );

    private static IEnumerable<TimeSpan> Seconds(params int[] seconds) =>
        seconds.Select(one => TimeSpan.FromSeconds(one));

    private Task<string?> RecordAsync(DateTimeOffset slot, TaskCompletionSource enough, int after = 3)
    {
        book.Record(Nightly.Tenant, slot);
        if (Interlocked.Increment(ref recorded) >= after)
            enough.TrySetResult();
        return Task.FromResult<string?>(null);
    }

    private static async Task<string?> HangAsync(TaskCompletionSource begun, CancellationToken cancellation)
    {
        begun.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellation);
        return null;
    }
}
