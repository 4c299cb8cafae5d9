using NUnit.Framework;

namespace PimAudit.Collect.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PimWindowTests
{
    private readonly PimWindow window = new();

    [Test]
    public async Task Two_batches_of_twenty_are_under_way_and_a_third_waits()
    {
        var first = await window.EnterAsync(20, CancellationToken.None);
        using var second = await window.EnterAsync(20, CancellationToken.None);
        var third = window.EnterAsync(1, CancellationToken.None).AsTask();

        Assert.That(third.IsCompleted, Is.False);

        first.Dispose();
        Assert.That(async () => (await third).GetType(), Is.Not.Null);
    }

    [Test]
    public void Every_throttling_halves_it_and_every_peaceful_batch_widens_it_a_little()
    {
        var sizes = new List<(int, int)> { (window.Size, window.BatchSize) };
        for (var times = 0; times < 6; times++)
        {
            window.Narrow();
            sizes.Add((window.Size, window.BatchSize));
        }

        window.Widen();
        sizes.Add((window.Size, window.BatchSize));

        Assert.That(sizes, Is.EqualTo([(40, 20), (20, 20), (10, 10), (5, 5), (2, 2), (1, 1), (1, 1), (3, 3)]));
    }

    [Test]
    public void It_never_grows_beyond_two_batches()
    {
        window.Widen();

        Assert.That(window.Size, Is.EqualTo(40));
    }

    [Test]
    public async Task A_batch_wider_than_the_window_goes_alone()
    {
        window.Narrow();
        window.Narrow();

        using var wide = await window.EnterAsync(20, CancellationToken.None);
        var next = window.EnterAsync(1, CancellationToken.None).AsTask();

        Assert.That(next.IsCompleted, Is.False);
    }
}
