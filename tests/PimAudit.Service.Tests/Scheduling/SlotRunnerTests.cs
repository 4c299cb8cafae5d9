using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using PimAudit.History;

namespace PimAudit.Service.Tests;

public sealed class SlotRunnerTests
{
    private static readonly ServiceOptions Options = new("node-a", new(IsPostgreSql: false, ""));

    private FakeTimeProvider time = null!;
    private MemorySlotBook book = null!;
    private RunningScans running = null!;
    private ScanMeter meter = null!;

    [SetUp]
    public void Begin()
    {
        time = new(Nightly.Slot);
        book = new(time);
        running = new();
        meter = new();
    }

    [TearDown]
    public void End()
    {
        running.Dispose();
        meter.Dispose();
    }

    [Test]
    public async Task A_scan_that_records_ends_the_slot()
    {
        var scanner = new DelegateScanner((slot, _) => Recorded(slot));

        Assert.That(await RunAsync(scanner), Is.EqualTo(new SlotResult(SlotEnd.Scanned)));
        Assert.That(scanner.Asked, Is.EqualTo(new[] { ("contoso", Nightly.Slot) }));
        Assert.That(book.IsDone(Nightly.Tenant, Nightly.Slot), Is.True);
    }

    [Test]
    public async Task A_slot_that_is_recorded_is_left_alone()
    {
        var scanner = new DelegateScanner((slot, _) => Recorded(slot));
        book.Record(Nightly.Tenant, Nightly.Slot);

        Assert.That((await RunAsync(scanner)).End, Is.EqualTo(SlotEnd.Done));
        Assert.That(scanner.Asked, Is.Empty);
    }

    [Test]
    public async Task A_slot_that_another_node_holds_is_left_until_its_lease_ends()
    {
        var scanner = new DelegateScanner((slot, _) => Recorded(slot));
        await ClaimForAnotherAsync(TimeSpan.FromMinutes(1));

        Assert.That((await RunAsync(scanner)).End, Is.EqualTo(SlotEnd.Held));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await RunAsync(scanner)).End, Is.EqualTo(SlotEnd.Scanned));
    }

    [Test]
    public async Task Another_process_of_the_same_name_is_another_node()
    {
        await book.ClaimAsync(Nightly.Tenant, Nightly.Slot, Options.Node, TimeSpan.FromMinutes(1), default);

        Assert.That((await RunAsync(new((slot, _) => Recorded(slot)))).End, Is.EqualTo(SlotEnd.Held));
    }

    [Test]
    public void Each_process_claims_in_a_name_of_its_own() =>
        Assert.That(
            Enumerable.Range(0, 3).Select(_ => new ServiceOptions("node-a", Options.Store).Owner),
            Is.Unique.And.All.StartsWith("node-a/")
        );

    [Test]
    public async Task A_scan_that_fails_says_its_first_line_and_frees_the_slot()
    {
        var result = await RunAsync(new((_, _) => Task.FromResult<string?>("Cannot sign in.\nSeen\nCost\nDo")));

        Assert.That(result, Is.EqualTo(new SlotResult(SlotEnd.Failed, "Cannot sign in.")));
        Assert.That(book.HolderOf(Nightly.Tenant, Nightly.Slot), Is.Null);
    }

    [Test]
    public async Task A_scanner_that_breaks_its_promise_is_a_failure_without_its_words()
    {
        var result = await RunAsync(new((_, _) => throw new InvalidOperationException("Noor Fairlie")));

        Assert.That(result.Why, Is.EqualTo("The program met a fault of its own (InvalidOperationException)."));
        Assert.That(book.HolderOf(Nightly.Tenant, Nightly.Slot), Is.Null);
    }

    [Test]
    public async Task A_history_that_does_not_answer_is_a_failure()
    {
        book.IsDown = true;

        Assert.That(
            await RunAsync(new((slot, _) => Recorded(slot))),
            Is.EqualTo(new SlotResult(SlotEnd.Failed, "The history does not answer (IOException)."))
        );
    }

    [Test]
    public async Task A_scan_is_stopped_after_twice_its_time_limit_and_not_before()
    {
        var run = RunAsync(new((_, cancellation) => ForeverAsync(cancellation)));
        await AdvanceAsync(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(1));
        Assert.That(run.IsCompleted, Is.False);
        await AdvanceAsync(TimeSpan.FromTicks(1));

        Assert.That(
            await run,
            Is.EqualTo(new SlotResult(SlotEnd.Failed, "The scan was stopped after 60 min, twice its time limit."))
        );
        Assert.That(book.HolderOf(Nightly.Tenant, Nightly.Slot), Is.Null);
    }

    [Test]
    public async Task The_claim_is_renewed_while_the_scan_runs()
    {
        var end = new TaskCompletionSource<string?>();
        var run = RunAsync(new((_, _) => end.Task));
        foreach (var _ in Enumerable.Range(0, 12))
            await AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.That(await ClaimForAnotherAsync(TimeSpan.FromMinutes(1)), Is.EqualTo(SlotClaim.Held));
        end.SetResult(null);
        Assert.That((await run).End, Is.EqualTo(SlotEnd.Scanned));
    }

    [Test]
    public async Task A_scan_whose_claim_is_lost_is_cancelled_and_leaves_the_slot_to_the_other()
    {
        var run = RunAsync(new((_, cancellation) => ForeverAsync(cancellation)));
        await book.ReleaseAsync(Nightly.Tenant, Nightly.Slot, Options.Owner, default);
        await ClaimForAnotherAsync(TimeSpan.FromMinutes(1));
        await AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.That(await run, Is.EqualTo(new SlotResult(SlotEnd.Lost)));
        Assert.That(book.HolderOf(Nightly.Tenant, Nightly.Slot), Is.EqualTo("node-b"));
    }

    [Test]
    public async Task A_claim_that_cannot_be_renewed_is_lost_when_its_lease_has_run_out()
    {
        var run = RunAsync(new((_, cancellation) => ForeverAsync(cancellation)));
        book.IsDown = true;
        await AdvanceAsync(TimeSpan.FromSeconds(20));
        await AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.That(run.IsCompleted, Is.False);
        await AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.That((await run).End, Is.EqualTo(SlotEnd.Lost));
    }

    [Test]
    public async Task A_stop_waits_for_the_scan_and_then_cancels_it_and_frees_the_slot()
    {
        var run = RunAsync(new((_, cancellation) => ForeverAsync(cancellation)));
        var stop = running.StopAsync(TimeSpan.FromSeconds(30), time, default);
        await AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.That(run.IsCompleted, Is.False);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.That((await run, await stop), Is.EqualTo((new SlotResult(SlotEnd.Stopped), false)));
        Assert.That(book.HolderOf(Nightly.Tenant, Nightly.Slot), Is.Null);
    }

    [Test]
    public async Task A_stop_without_scans_waits_for_nothing() =>
        Assert.That(await running.StopAsync(TimeSpan.FromSeconds(30), time, default), Is.True);

    [Test]
    public async Task A_scan_that_ends_within_the_grace_of_a_stop_counts()
    {
        var end = new TaskCompletionSource<string?>();
        var run = RunAsync(new((_, _) => end.Task));
        var stop = running.StopAsync(TimeSpan.FromSeconds(30), time, default);
        end.SetResult(null);

        Assert.That(((await run).End, await stop), Is.EqualTo((SlotEnd.Scanned, true)));
    }

    private Task<SlotResult> RunAsync(DelegateScanner scanner) =>
        new SlotRunner(book, scanner, Options, running, meter, time, NullLogger<SlotRunner>.Instance).RunAsync(
            Nightly.Schedule,
            new(Nightly.Slot, 0),
            default
        );

    private Task<SlotClaim> ClaimForAnotherAsync(TimeSpan lease) =>
        book.ClaimAsync(Nightly.Tenant, Nightly.Slot, "node-b", lease, default);

    private Task<string?> Recorded(DateTimeOffset slot)
    {
        book.Record(Nightly.Tenant, slot);
        return Task.FromResult<string?>(null);
    }

    private static async Task<string?> ForeverAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return null;
    }

    /// <summary>Lets what waits for the time act.</summary>
    private async Task AdvanceAsync(TimeSpan by)
    {
        time.Advance(by);
        foreach (var _ in Enumerable.Range(0, 20))
            await Task.Yield();
    }
}
