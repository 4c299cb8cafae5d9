using NUnit.Framework;

namespace PimAudit.Collect.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RetryRulesTests
{
    private readonly RetryRules rules = new(TimeSpan.FromMinutes(5));

    [Test]
    public void A_wait_of_zero_has_a_floor_that_doubles() =>
        Assert.That(Waits(new(429, TimeSpan.Zero), times: 4), Is.EqualTo([1, 2, 4, 8]));

    [Test]
    public void Without_a_wait_it_doubles_from_two_seconds_up_to_a_minute() =>
        Assert.That(Waits(new(429), times: 7), Is.EqualTo([2, 4, 8, 16, 32, 64, 64]));

    [TestCase(429, 12)]
    [TestCase(503, 3)]
    [TestCase(504, 3)]
    [TestCase(408, 3)]
    [TestCase(null, 3)]
    [TestCase(500, 2)]
    [TestCase(502, 2)]
    [TestCase(400, 0)]
    [TestCase(403, 0)]
    [TestCase(404, 0)]
    [TestCase(501, 0)]
    public void Patience_has_an_end(int? status, int times) =>
        Assert.That(
            Waits(new(status, TimeSpan.FromSeconds(1)), times: 20).TakeWhile(wait => wait is not null).Count(),
            Is.EqualTo(times)
        );

    [TestCase(504, 30, true)]
    [TestCase(504, 31, false)]
    [TestCase(503, 31, true)]
    [TestCase(503, 300, true)]
    [TestCase(503, 301, false)]
    public void Who_asks_for_a_long_wait_gets_it_only_where_he_is_not_available(
        int status,
        int seconds,
        bool isRepeated
    ) =>
        Assert.That(
            rules.Next(State(), new(status, TimeSpan.FromSeconds(seconds))),
            isRepeated ? Is.EqualTo(TimeSpan.FromSeconds(seconds)) : Is.Null
        );

    [Test]
    public void Long_waits_for_who_is_not_available_end_with_the_patience_for_throttling() =>
        Assert.That(
            Waits(new(503, TimeSpan.FromSeconds(100)), times: 5),
            Is.EqualTo(new double?[] { 100, 100, 100, null, null })
        );

    [Test]
    public void Who_gave_up_on_a_service_does_not_wait_for_it_again_until_it_answers()
    {
        var tooLong = new Trouble(429, TimeSpan.FromMinutes(6));
        var aSecond = new Trouble(429, TimeSpan.FromSeconds(1));

        var waits = new List<TimeSpan?>
        {
            rules.Next(State(), tooLong),
            rules.Next(State(), aSecond),
            rules.Next(new(GraphService.Identity), aSecond),
        };
        rules.Answered(GraphService.Pim);
        waits.Add(rules.Next(State(), aSecond));

        Assert.That(waits.Select(wait => wait?.TotalSeconds), Is.EqualTo(new double?[] { null, null, 1, 1 }));
        Assert.That(rules.Throttled, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    private IEnumerable<double?> Waits(Trouble trouble, int times)
    {
        var state = State();
        return [.. Enumerable.Range(0, times).Select(_ => rules.Next(state, trouble)?.TotalSeconds)];
    }

    private static RetryState State() => new(GraphService.Pim);
}
