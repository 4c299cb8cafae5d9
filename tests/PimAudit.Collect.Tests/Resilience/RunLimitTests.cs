using NUnit.Framework;

namespace PimAudit.Collect.Tests;

public sealed class RunLimitTests
{
    /// <summary>Else what the timer ended would look like a cancellation that nobody asked for.</summary>
    [Test]
    public async Task What_the_timer_ended_is_over_though_the_clock_lags_behind_it()
    {
        using var limit = new RunLimit(TimeSpan.FromMilliseconds(1), new LaggingClock());
        var rang = new TaskCompletionSource();
        await using var _ = limit.Token.Register(rang.SetResult);

        await rang.Task;

        Assert.That(limit.IsOver, Is.True);
    }

    [Test]
    public void Nothing_is_over_without_a_limit()
    {
        using var limit = new RunLimit(longest: null, TimeProvider.System);

        Assert.That((limit.IsOver, limit.Token.CanBeCanceled), Is.EqualTo((false, false)));
    }

    private sealed class LaggingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
