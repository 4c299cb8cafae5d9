namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class FaultMixTests
{
    private static readonly FaultKind[] Kinds = [FaultKind.ServerError, FaultKind.GatewayTimeout];

    private static async Task<IReadOnlyList<int>> StatusesAsync(FaultMix mix, params string[] paths)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build(), new EmulatorOptions { FaultMix = mix });
        var statuses = new List<int>();
        foreach (var path in paths)
            statuses.Add((await graph.GetAsync(path)).Status);
        return statuses;
    }

    private static string[] Times(int number, string path) => [.. Enumerable.Repeat(path, number)];

    [Test]
    public async Task The_same_seed_hits_the_same_requests_whatever_comes_between()
    {
        var mix = new FaultMix(7, 0.5, Kinds);
        var alone = await StatusesAsync(mix, Times(40, "users"));
        var mixed = await StatusesAsync(
            mix,
            [.. Enumerable.Repeat(new[] { "groups", "users" }, 40).SelectMany(pair => pair)]
        );
        var other = await StatusesAsync(mix with { Seed = 8 }, Times(40, "users"));

        Assert.Multiple(() =>
        {
            Assert.That(mixed.Where((_, index) => index % 2 == 1), Is.EqualTo(alone));
            Assert.That(other, Is.Not.EqualTo(alone));
            Assert.That(alone.Distinct(), Is.EquivalentTo([200, 500, 504]));
        });
    }

    [TestCase(0.0, 0)]
    [TestCase(1.0, 12)]
    public async Task The_rate_is_a_share(double rate, int hits)
    {
        var statuses = await StatusesAsync(new FaultMix(7, rate, FaultKind.ServerError), Times(12, "users"));

        Assert.That(statuses.Count(status => status == 500), Is.EqualTo(hits));
    }

    [Test]
    public async Task A_path_is_spared_after_so_many_hits()
    {
        var mix = new FaultMix(7, 1, FaultKind.ServerError) { MostInARow = 2 };

        Assert.That(await StatusesAsync(mix, Times(6, "users")), Is.EqualTo([500, 500, 200, 500, 500, 200]));
    }

    [Test]
    public async Task Inner_requests_are_hit_and_outer_ones_lose_nothing()
    {
        await using var graph = await GraphClient.StartAsync(
            A.Tenant.Build(),
            new EmulatorOptions { FaultMix = new FaultMix(7, 1, FaultKind.LostInnerAnswer) }
        );

        Assert.That(await graph.BatchAsync("users", "groups"), Is.Empty);
    }
}
