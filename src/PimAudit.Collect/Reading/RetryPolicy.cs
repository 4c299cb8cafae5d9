namespace PimAudit.Collect;

/// <summary>How often one request was repeated, and how long it waited.</summary>
internal sealed class RetryState
{
    public int Throttled { get; set; }
    public int Failed { get; set; }
    public TimeSpan Waited { get; set; }

    /// <summary>A page arrived: the next one gets the whole patience again.</summary>
    public void Reset() => (Throttled, Failed, Waited) = (0, 0, TimeSpan.Zero);
}

/// <summary>The only place that decides whether and when a request is repeated.</summary>
/// <param name="time">All waits pass on this clock.</param>
/// <param name="longestThrottle">Waiting for a throttled request ends when it would take longer, all its waits together.</param>
/// <remarks>
/// Identity endpoints name the wait in <c>Retry-After</c>; Conditional Access does not, so the wait doubles from 2 s. Inner
/// responses of a batch are throttled one by one and follow the same rule.
/// </remarks>
internal sealed class RetryPolicy(TimeProvider time, TimeSpan longestThrottle)
{
    private const int MostThrottled = 12;
    private static readonly TimeSpan LongestServerWait = TimeSpan.FromSeconds(30);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>How long to wait before the next try; null to give up.</summary>
    public TimeSpan? Next(RetryState state, ReadFailure failure) =>
        failure switch
        {
            { HttpStatus: 429 } => Throttled(state, failure.RetryAfter),
            { HttpStatus: 503 or 504 or null, Reason: Model.MissingReason.Transport } => Failed(
                state,
                failure,
                most: 3
            ),
            { HttpStatus: 500 or 502 } => Failed(state, failure, most: 2),
            _ => null,
        };

    public Task WaitAsync(TimeSpan wait, CancellationToken cancellation) => Task.Delay(wait, time, cancellation);

    private TimeSpan? Throttled(RetryState state, TimeSpan? asked)
    {
        var wait = asked ?? TimeSpan.FromSeconds(Math.Pow(2, Math.Min(state.Throttled + 1, 6)));
        if (state.Throttled == MostThrottled || state.Waited + wait > longestThrottle)
            return null;

        state.Throttled++;
        state.Waited += wait;
        return wait;
    }

    private static TimeSpan? Failed(RetryState state, ReadFailure failure, int most)
    {
        if (state.Failed >= most || failure.RetryAfter > LongestServerWait)
            return null;

        state.Failed++;
        return failure.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, state.Failed - 1));
    }
}
