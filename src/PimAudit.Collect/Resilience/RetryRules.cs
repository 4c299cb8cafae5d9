namespace PimAudit.Collect;

/// <summary>Decides whether and when a request is repeated, alone or inside a batch.</summary>
/// <param name="longestThrottle">Waiting for a throttled request ends when it would take longer, all its waits together.</param>
/// <remarks>
/// Identity endpoints name the wait in <c>Retry-After</c>; Conditional Access does not, so the wait doubles from 2 s. A
/// service that says 0 means "soon", and is asked again after a second, then two, then four. One that is not available and
/// asks for a long wait gets the patience that a throttling one gets.
/// </remarks>
internal sealed class RetryRules(TimeSpan longestThrottle)
{
    private const int MostThrottled = 12;
    private const int MostUnavailable = 3;
    private const int MostBroken = 2;
    private const int MostRestarts = 2;
    private static readonly TimeSpan LongestServerWait = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly HashSet<GraphService> exhausted = [];
    private TimeSpan throttled;

    /// <summary>Waited for throttling services so far, all requests together.</summary>
    public TimeSpan Throttled
    {
        get
        {
            lock (gate)
                return throttled;
        }
    }

    /// <summary>How long to wait before the next try; null to give up.</summary>
    public TimeSpan? Next(RetryState state, Trouble trouble) =>
        trouble.Status switch
        {
            429 => Throttle(state, trouble.RetryAfter),
            503 when trouble.RetryAfter > LongestServerWait => Throttle(state, trouble.RetryAfter),
            408 or 503 or 504 or null => Fail(state, trouble.RetryAfter, MostUnavailable),
            500 or 502 => Fail(state, trouble.RetryAfter, MostBroken),
            _ => null,
        };

    /// <summary>
    /// How long to wait before a list that broke off is read again from its first page; null to give up. Something on the
    /// way may have garbled an answer, or the token of a page ran out; what stays so is malformed.
    /// </summary>
    public static TimeSpan? NextRestart(RetryState state) =>
        state.Restarts < MostRestarts ? Doubled(state.Restarts++, most: 4) : null;

    /// <summary>The service answers again: patience with it is whole again.</summary>
    public void Answered(GraphService service)
    {
        lock (gate)
            exhausted.Remove(service);
    }

    /// <summary>Who gave up on a service once does not let every further request wait as long: each gets one try.</summary>
    private TimeSpan? Throttle(RetryState state, TimeSpan? asked)
    {
        var wait =
            asked > TimeSpan.Zero
                ? asked.Value
                : Doubled(asked is null ? state.Throttled + 1 : state.Throttled, most: 6);
        lock (gate)
        {
            if (
                exhausted.Contains(state.Service)
                || state.Throttled == MostThrottled
                || state.Waited + wait > longestThrottle
            )
            {
                exhausted.Add(state.Service);
                return null;
            }

            throttled += wait;
        }

        state.Throttled++;
        state.Waited += wait;
        return wait;
    }

    private static TimeSpan? Fail(RetryState state, TimeSpan? asked, int most)
    {
        if (state.Failed >= most || asked > LongestServerWait)
            return null;

        state.Failed++;
        return asked > TimeSpan.Zero ? asked : Doubled(state.Failed - 1, most: 4);
    }

    /// <summary>1 s, 2 s, 4 s ...</summary>
    private static TimeSpan Doubled(int times, int most) => TimeSpan.FromSeconds(Math.Pow(2, Math.Min(times, most)));
}
