using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>The time that a whole collection may take. What has not been read by then is missing, and says so.</summary>
/// <param name="longest">Null: no limit.</param>
/// <param name="time">The clock on which it passes.</param>
internal sealed class RunLimit(TimeSpan? longest, TimeProvider time) : IDisposable
{
    private readonly long beganAt = time.GetTimestamp();
    private readonly CancellationTokenSource? timer = longest is { } allowed ? new(allowed, time) : null;

    /// <summary>A timer may ring a moment before the clock says so; what it ended was ended by the limit all the same.</summary>
    public bool IsOver => timer is { IsCancellationRequested: true } || time.GetElapsedTime(beganAt) >= longest;

    /// <summary>Ends what is under way when the time is over.</summary>
    public CancellationToken Token => timer?.Token ?? CancellationToken.None;

    public ReadFailure Missed(GraphQuestion question) =>
        ReadFailure.Transport(
            $"The time limit of the run ({Say.Duration(longest ?? TimeSpan.Zero)}) ended before {question.Template} was read."
        );

    public void Dispose() => timer?.Dispose();
}
