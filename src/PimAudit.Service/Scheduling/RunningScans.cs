namespace PimAudit.Service;

/// <summary>The scans of this node, so that a stop can wait for them and then end them.</summary>
internal sealed class RunningScans : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private TaskCompletionSource idle = Finished();
    private int running;

    /// <summary>Cancelled when the service waits no longer.</summary>
    public CancellationToken Stopping => stop.Token;

    public void Begin()
    {
        lock (gate)
            if (running++ == 0)
                idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void End()
    {
        lock (gate)
            if (--running == 0)
                idle.SetResult();
    }

    /// <summary>Waits until nothing runs, for so long at most; then what runs is cancelled.</summary>
    /// <returns>False when something had to be cancelled.</returns>
    public async Task<bool> StopAsync(TimeSpan grace, TimeProvider time, CancellationToken cancellation)
    {
        Task quiet;
        lock (gate)
            quiet = idle.Task;
        try
        {
            await quiet.WaitAsync(grace, time, cancellation);
            return true;
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            await stop.CancelAsync();
            return false;
        }
    }

    public void Dispose() => stop.Dispose();

    private static TaskCompletionSource Finished()
    {
        var finished = new TaskCompletionSource();
        finished.SetResult();
        return finished;
    }
}
