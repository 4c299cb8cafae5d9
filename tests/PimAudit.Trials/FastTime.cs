namespace PimAudit.Trials;

/// <summary>A clock that runs faster than the real one; whoever waits on it waits less, and never too little.</summary>
/// <param name="factor">Seconds that pass in a real second.</param>
/// <param name="stands">The present stays what it was, and only waits are shorter: two runs have the same present.</param>
public sealed class FastTime(DateTimeOffset start, double factor, bool stands = false) : TimeProvider
{
    private readonly long beganAt = System.GetTimestamp();

    private TimeSpan Passed => System.GetElapsedTime(beganAt) * factor;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => stands ? start : start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    /// <summary>Timers have whole milliseconds.</summary>
    private TimeSpan Real(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / factor));
}
