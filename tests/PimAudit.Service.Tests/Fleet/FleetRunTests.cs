using System.Collections.Immutable;
using NUnit.Framework;

namespace PimAudit.Service.Tests.Fleet;

public sealed class FleetRunTests
{
    private static readonly ImmutableArray<string> Aliases = ["a", "b", "c", "d", "e"];

    [Test]
    public async Task Each_tenant_has_its_summary_in_the_order_of_the_list()
    {
        var scanner = new Gated();
        scanner.OpenAll();

        var summaries = await Run(scanner, parallel: 3, CancellationToken.None);

        Assert.That(summaries, Is.EqualTo(Aliases));
    }

    [Test]
    public async Task No_more_tenants_are_scanned_at_the_same_time_than_was_said()
    {
        var scanner = new Gated();
        var run = Run(scanner, parallel: 2, CancellationToken.None);
        foreach (var _ in Aliases)
        {
            await scanner.BegunAsync();
            scanner.OpenOne();
        }

        await run;

        Assert.That(scanner.Most, Is.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task A_tenant_that_hangs_does_not_keep_the_others_from_being_scanned()
    {
        var scanner = new Gated { Hanging = "a" };
        scanner.OpenAll();
        var ended = new Watched(done: 4);
        var run = Run(scanner, parallel: 2, CancellationToken.None, ended);

        var last = await ended.Reached;

        Assert.That(last.Running, Is.EqualTo(new[] { "a" }));
        scanner.Release();
        Assert.That(await run, Is.EqualTo(Aliases));
    }

    [Test]
    public async Task The_watcher_is_told_who_was_scanned_and_who_was_not()
    {
        var scanner = new Gated { Failing = "b" };
        scanner.OpenAll();
        var ended = new Watched(done: 5);

        await Run(scanner, parallel: 2, CancellationToken.None, ended);

        var last = await ended.Reached;
        Assert.That((last.Total, last.Scanned, last.NotScanned, last.Running.Length), Is.EqualTo((5, 4, 1, 0)));
    }

    [Test]
    public async Task A_cancellation_ends_the_whole()
    {
        using var cancel = new CancellationTokenSource();
        var scanner = new Gated();
        var run = Run(scanner, parallel: 2, cancel.Token);
        await scanner.BegunAsync();

        await cancel.CancelAsync();

        Assert.That(() => run, Throws.InstanceOf<OperationCanceledException>());
    }

    private static Task<ImmutableArray<string>> Run(
        Gated scanner,
        int parallel,
        CancellationToken cancellation,
        IProgress<FleetProgress>? progress = null
    ) => new FleetRun<string>(scanner, parallel, outcome => outcome.Alias).RunAsync(Aliases, progress, cancellation);

    /// <summary>Ends when as many tenants are done as it waits for.</summary>
    private sealed class Watched(int done) : IProgress<FleetProgress>
    {
        private readonly TaskCompletionSource<FleetProgress> reached = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Task<FleetProgress> Reached => reached.Task;

        public void Report(FleetProgress value)
        {
            if (value.Done == done)
                reached.TrySetResult(value);
        }
    }

    /// <summary>Each scan waits for the gate.</summary>
    private sealed class Gated : ITenantScanner
    {
        private readonly SemaphoreSlim begun = new(0);
        private readonly SemaphoreSlim gate = new(0);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock one = new();
        private int running;

        public string? Hanging { get; init; }

        public string? Failing { get; init; }

        public int Most { get; private set; }

        public Task BegunAsync() => begun.WaitAsync();

        public void OpenOne() => gate.Release();

        public void OpenAll() => gate.Release(Aliases.Length);

        public void Release() => released.SetResult();

        public async Task<TenantOutcome> ScanAsync(string alias, DateTimeOffset? slot, CancellationToken cancellation)
        {
            lock (one)
                Most = Math.Max(Most, ++running);
            begun.Release();
            if (alias == Hanging)
                await released.Task.WaitAsync(cancellation);
            else
                await gate.WaitAsync(cancellation);
            lock (one)
                running--;
            return new(
                alias,
                Guid.Empty,
                Result: null,
                0,
                Folder: null,
                alias == Failing ? "Why" : null,
                TimeSpan.Zero
            );
        }
    }
}
