using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Collect.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WindowLimitTests
{
    private readonly ImpatientTime time = new(Small.Now);

    [Test]
    public async Task The_first_pass_at_once_and_the_next_waits_until_the_oldest_is_out_of_the_window()
    {
        var limit = new WindowLimit(most: 2, TimeSpan.FromSeconds(10), time);

        await PassAsync(limit, 1);
        await Task.Delay(TimeSpan.FromSeconds(4), time);
        await PassAsync(limit, 1);
        await PassAsync(limit, 1);
        await PassAsync(limit, 1);

        Assert.That(time.Waits.Select(wait => wait.TotalSeconds), Is.EqualTo([4, 6, 4]));
    }

    [Test]
    public async Task The_window_begins_when_a_request_has_ended()
    {
        var limit = new WindowLimit(most: 1, TimeSpan.FromSeconds(10), time);

        using (await limit.EnterAsync(1, CancellationToken.None))
            await Task.Delay(TimeSpan.FromSeconds(3), time);
        await PassAsync(limit, 1);

        Assert.That(time.Waits.Select(wait => wait.TotalSeconds), Is.EqualTo([3, 10]));
    }

    [Test]
    public async Task Who_finds_all_places_taken_waits_until_one_is_left()
    {
        var limit = new WindowLimit(most: 1, TimeSpan.FromSeconds(10), time);
        var first = await limit.EnterAsync(1, CancellationToken.None);

        var second = limit.EnterAsync(1, CancellationToken.None).AsTask();
        Assert.That((second.IsCompleted, time.Waits.Count), Is.EqualTo((false, 0)));

        first.Dispose();
        (await second).Dispose();
        Assert.That(time.Waits.Select(wait => wait.TotalSeconds), Is.EqualTo([10]));
    }

    [Test]
    public async Task Units_count_and_what_is_heavier_than_the_limit_goes_alone()
    {
        var limit = new WindowLimit(most: 10, TimeSpan.FromSeconds(10), time);

        await PassAsync(limit, 7);
        await PassAsync(limit, 3);
        await PassAsync(limit, 11);
        await PassAsync(limit, 1);

        Assert.That(time.Waits.Select(wait => wait.TotalSeconds), Is.EqualTo([10, 10]));
    }

    [Test]
    public void Who_is_cancelled_leaves_the_queue()
    {
        var limit = new WindowLimit(most: 1, TimeSpan.FromSeconds(10), time);
        using var cancelled = new CancellationTokenSource();

        Assert.Multiple(async () =>
        {
            var first = await limit.EnterAsync(1, CancellationToken.None);
            var second = limit.EnterAsync(1, cancelled.Token).AsTask();
            await cancelled.CancelAsync();
            Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());

            first.Dispose();
            await PassAsync(limit, 1);
            Assert.That(time.Waits, Has.Count.EqualTo(1));
        });
    }

    private static async Task PassAsync(WindowLimit limit, int units)
    {
        using var place = await limit.EnterAsync(units, CancellationToken.None);
    }
}
