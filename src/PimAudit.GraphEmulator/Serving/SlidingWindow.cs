namespace PimAudit.GraphEmulator;

/// <summary>So many requests in any stretch of time of a given length.</summary>
internal sealed class SlidingWindow(int most, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> taken = new();

    /// <summary>Counts the request; or tells how long until it may come, and does not count it.</summary>
    public TimeSpan Take(DateTimeOffset now)
    {
        while (taken.TryPeek(out var oldest) && now - oldest >= length)
            taken.Dequeue();
        if (taken.Count >= most)
            return taken.Peek() + length - now;
        taken.Enqueue(now);
        return TimeSpan.Zero;
    }
}
