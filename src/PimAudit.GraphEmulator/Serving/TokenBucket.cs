namespace PimAudit.GraphEmulator;

/// <summary>A bucket of units that is full at first and fills up in ten seconds.</summary>
internal sealed class TokenBucket(int capacity, DateTimeOffset start)
{
    private const double SecondsToFill = 10;
    private double left = capacity;
    private DateTimeOffset seen = start;

    /// <summary>Share of the bucket that is used.</summary>
    public double Used => 1 - left / capacity;

    /// <summary>Takes the units; or tells how long until they are there, and takes none.</summary>
    public TimeSpan Take(int units, DateTimeOffset now)
    {
        var elapsed = now > seen ? now - seen : TimeSpan.Zero;
        left = Math.Min(capacity, left + capacity * elapsed.TotalSeconds / SecondsToFill);
        seen = now > seen ? now : seen;
        if (left < units)
            return TimeSpan.FromSeconds((units - left) * SecondsToFill / capacity);
        left -= units;
        return TimeSpan.Zero;
    }
}
