using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Fleet;

public sealed class HardLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    [Test]
    public void A_scan_has_twice_its_time_limit_to_the_tick()
    {
        var time = new FakeTimeProvider();
        using var limit = new HardLimit(Limit, time, CancellationToken.None);

        time.Advance((2 * Limit) - TimeSpan.FromTicks(1));
        Assert.That((limit.IsOver, limit.Token.IsCancellationRequested), Is.EqualTo((false, false)));
        time.Advance(TimeSpan.FromTicks(1));

        Assert.That((limit.IsOver, limit.Token.IsCancellationRequested), Is.EqualTo((true, true)));
    }

    [TestCase(1, 61)]
    [TestCase(59, 119)]
    [TestCase(60, 120)]
    [TestCase(61, 122)]
    public void A_short_limit_leaves_a_minute_to_judge_and_to_write(int seconds, int longest)
    {
        var time = new FakeTimeProvider();
        using var limit = new HardLimit(TimeSpan.FromSeconds(seconds), time, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(longest) - TimeSpan.FromTicks(1));
        Assert.That(limit.IsOver, Is.False);
        time.Advance(TimeSpan.FromTicks(1));

        Assert.That(limit.IsOver, Is.True);
    }

    /// <summary>Else a person who stops a fleet would read that every tenant took too long.</summary>
    [Test]
    public async Task A_cancellation_from_outside_goes_through_and_is_not_taken_for_the_end_of_the_time()
    {
        using var outside = new CancellationTokenSource();
        using var limit = new HardLimit(Limit, new FakeTimeProvider(), outside.Token);

        await outside.CancelAsync();

        Assert.That((limit.IsOver, limit.Token.IsCancellationRequested), Is.EqualTo((false, true)));
    }

    [Test]
    public void What_it_ended_is_no_result_and_says_how_long_it_waited()
    {
        using var limit = new HardLimit(Limit, new FakeTimeProvider(), CancellationToken.None);

        Assert.That(limit.Failure.Code, Is.EqualTo(ExitCode.Incomplete));
        Assert.That(limit.Failure.Seen, Is.EqualTo("It was still under way after 1 h; its time limit is 30 min."));
    }

    [Test]
    public void A_scan_that_ended_is_not_ended_again()
    {
        var time = new FakeTimeProvider();
        var limit = new HardLimit(Limit, time, CancellationToken.None);
        var token = limit.Token;
        limit.Dispose();

        time.Advance(3 * Limit);

        Assert.That(token.IsCancellationRequested, Is.False);
    }
}
