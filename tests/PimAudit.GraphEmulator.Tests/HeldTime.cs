namespace PimAudit.GraphEmulator.Tests;

/// <summary>A clock that stands still, and on which waits are over when the test says so.</summary>
internal sealed class HeldTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<(TimeSpan Length, Action End)> waits = [];
    private readonly List<(int Number, TaskCompletionSource Reached)> watchers = [];

    public override DateTimeOffset GetUtcNow() => A.Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            waits.Add((dueTime, () => callback(state)));
            foreach (var (_, reached) in watchers.Where(watcher => waits.Count >= watcher.Number))
                reached.TrySetResult();
        }

        return new NoTimer();
    }

    /// <summary>The waits of the test so far, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<TimeSpan>> WaitsAsync(int number)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (waits.Count >= number)
                reached.SetResult();
            watchers.Add((number, reached));
        }

        await reached.Task;
        lock (gate)
            return [.. waits.Select(wait => wait.Length)];
    }

    /// <summary>Ends the waits that have begun.</summary>
    public void End()
    {
        Action[] ends;
        lock (gate)
            ends = [.. waits.Select(wait => wait.End)];
        foreach (var end in ends)
            end();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
