namespace PimAudit.Collect;

/// <summary>So much within so long: whoever would exceed it waits.</summary>
/// <param name="most">Units under way or ended within the window.</param>
/// <param name="window">Counted from the end of a request, so that no delay on the way can make Graph count one more.</param>
internal sealed class WindowLimit(int most, TimeSpan window, TimeProvider time)
{
    /// <summary>Timers have whole milliseconds.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim queue = new(1, 1);
    private readonly List<Entry> entries = [];
    private TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for its turn, in the order of asking. A request heavier than the whole limit goes alone.</summary>
    /// <returns>To be disposed of when the answer has come.</returns>
    public async ValueTask<IDisposable> EnterAsync(int units, CancellationToken cancellation)
    {
        await queue.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                Task change;
                TimeSpan? wait;
                lock (gate)
                {
                    var now = time.GetTimestamp();
                    entries.RemoveAll(entry => entry.Since(time, now) >= window);
                    if (entries.Count == 0 || entries.Sum(entry => entry.Units) + units <= most)
                        return Add(units);

                    wait = window - entries.Max(entry => entry.Since(time, now));
                    change = ended.Task;
                }

                if (wait is { } known)
                    await Task.Delay(known < Shortest ? Shortest : known, time, cancellation);
                else
                    await change.WaitAsync(cancellation);
            }
        }
        finally
        {
            queue.Release();
        }
    }

    private Entry Add(int units)
    {
        var entry = new Entry(this, units);
        entries.Add(entry);
        return entry;
    }

    private void End(Entry entry)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            entry.End(time);
            told = ended;
            ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }

    private sealed class Entry(WindowLimit limit, int units) : IDisposable
    {
        public int Units { get; } = units;

        private long? endedAt;

        /// <summary>How long ago the request ended; null while it is under way.</summary>
        public TimeSpan? Since(TimeProvider time, long now) =>
            endedAt is { } end ? time.GetElapsedTime(end, now) : null;

        public void End(TimeProvider time) => endedAt ??= time.GetTimestamp();

        public void Dispose() => limit.End(this);
    }
}
