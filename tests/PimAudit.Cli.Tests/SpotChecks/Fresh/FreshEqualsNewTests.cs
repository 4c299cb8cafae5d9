using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.SpotChecks.Fresh;

/// <summary>Whatever changed, a refreshed answer is that of a whole new snapshot.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FreshEqualsNewTests
{
    private const int Changes = 25;

    /// <summary>Three, of which one breaks every rule; more with <c>PIMAUDIT_CHANGED_TENANTS</c>.</summary>
    private static IEnumerable<int> Seeds =>
        Enumerable.Range(
            1,
            int.TryParse(Environment.GetEnvironmentVariable("PIMAUDIT_CHANGED_TENANTS"), out var count) ? count : 3
        );

    [TestCaseSource(nameof(Seeds))]
    public async Task Of_a_generated_tenant_that_was_changed_at_random(int seed)
    {
        var then = GeneratedTenant.Make(TenantSize.Small, seed, planted: seed % 2 == 0).Tenant;
        await using var old = await TwoTimes.OfAsync(then, then, passed: TimeSpan.Zero);
        var known = (await SnapshotFile.ReadAsync(old.World.PathOf("old.pimsnap"), default)).Snapshot;
        var now = new ChangedTenant(known, seed).After(then, Changes);
        await using var times = await TwoTimes.OfAsync(then, now);

        string[][] ways =
        [
            ["who-can", "Global Administrator", "--takeover"],
            ["who-can", "Privileged Role Administrator", "--takeover", "--within", "2d"],
            ["who-can", "Exchange Administrator"],
            ["who-can", "Security Reader", "--takeover"],
        ];
        string[][] others =
        [
            ["what-can", known.Users[seed].Id.ToString()],
            ["what-can", known.Users[^seed].Id.ToString()],
            ["active-now"],
            ["expiring", "--days", "30"],
            ["orphans"],
        ];
        var fresh = await Answers([.. ways, .. others], times.AskFreshAsync);
        var whole = await Answers([.. ways, .. others], times.AskNewAsync);
        var outdated = await Answers(ways, times.AskAsync);

        Assert.Multiple(() =>
        {
            Assert.That(fresh.Select(one => one.Rows), Is.EqualTo(whole.Select(one => one.Rows)));
            Assert.That(fresh.Select(one => one.Unread), Is.EqualTo(whole.Select(one => one.Unread)));
            Assert.That(fresh.Take(ways.Length).Select(one => one.Body), Has.All.Not.Null);
            Assert.That(
                outdated.Select(one => one.Rows),
                Is.Not.EqualTo(fresh.Take(ways.Length).Select(one => one.Rows))
            );
        });
    }

    private static async Task<List<Told>> Answers(string[][] questions, Func<string[], Task<Told>> ask)
    {
        var answers = new List<Told>();
        foreach (var question in questions)
            answers.Add(await ask(question));
        return answers;
    }
}
