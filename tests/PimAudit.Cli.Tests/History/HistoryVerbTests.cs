using NUnit.Framework;

namespace PimAudit.Cli.Tests.History;

public sealed class HistoryVerbTests
{
    [Test]
    public async Task Runs_are_listed_shown_and_compared_by_number_and_id()
    {
        using var world = await TwoRunsAsync();
        var second = RecordedWorld.Result(world.Runs()[1]).GetProperty("run").GetProperty("id").GetString()!;

        int[] codes =
        [
            await world.RunAsync("history", "list"),
            await world.RunAsync("history", "show", "newest"),
            await world.RunAsync("diff", "1", second),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0, 0 }), world.Error);
        Assert.That(
            world.Out,
            Does.Contain(second)
                .And.Contain("first seen 2026-")
                .And.Contain("Lost  ")
                .And.Contain("Access: Freya Nielsen")
        );
    }

    [Test]
    public async Task The_newest_is_compared_with_what_was_before_a_time()
    {
        using var world = await TwoRunsAsync();

        int[] codes =
        [
            await world.RunAsync("diff", "--since", "24h"),
            await world.RunAsync("diff", "--since", "1h"),
            await world.RunAsync("diff", "last-quarter"),
            await world.RunAsync("diff"),
            await world.RunAsync("diff", "99"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 0, 2, 2, 2 }), world.Error);
        Assert.That(world.Error, Does.Contain("The history has no run from before"));
    }

    [Test]
    public async Task Last_quarter_is_the_newest_run_before_the_quarter_began()
    {
        using var world = await TwoRunsAsync();
        world.Now += TimeSpan.FromDays(100);
        await world.ScanAsync();

        Assert.That(await world.RunAsync("diff", "last-quarter"), Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("Gained").And.Contain("Freya Nielsen"));
    }

    [Test]
    public async Task What_is_pruned_can_still_be_listed()
    {
        using var world = await TwoRunsAsync();

        int[] codes =
        [
            await world.RunAsync("history", "prune"),
            await world.RunAsync("history", "prune", "--keep", "1", "--dry-run"),
            await world.RunAsync("diff", "1", "2"),
            await world.RunAsync("history", "prune", "--keep", "1"),
            await world.RunAsync("diff", "1", "2"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 0, 0, 0, 5 }), world.Error);
        Assert.That(world.Out, Does.Contain("1 result would go.").And.Contain("1 result let go."));
        Assert.That(world.Error, Does.Contain("The result of run 1 is not in the history any more."));
    }

    [Test]
    public async Task A_purge_needs_a_yes_and_a_scan_goes_on_after_it()
    {
        using var world = await TwoRunsAsync();
        var tenant = RecordedWorld.Manifest(world.Runs()[0]).GetProperty("tenant").GetString()!;

        int[] codes =
        [
            await world.RunAsync("history", "purge", "--tenant", tenant),
            await world.RunAsync("history", "purge", "--tenant", tenant, "--yes"),
            await world.ScanAsync(),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 0, 1 }), world.Error);
        Assert.That(world.Error, Does.Contain("2 results would go, the newest included."));
        var runs = world.Runs();
        Assert.That(RecordedWorld.Previous(runs[2]), Is.EqualTo(RecordedWorld.HashOfManifest(runs[1])));
        Assert.That(RecordedWorld.Result(runs[2]).GetProperty("earlier").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task An_export_goes_to_a_new_folder()
    {
        using var world = await TwoRunsAsync();

        int[] codes =
        [
            await world.RunAsync("history", "export", "--out", "taken"),
            await world.RunAsync("history", "export", "--out", "taken"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 2 }), world.Error);
        Assert.That(File.ReadAllLines(world.PathOf("taken/runs.ndjson")), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Without_a_history_the_verbs_say_how_to_get_one()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("history", "list"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("No history is configured.").And.Contain("PIMAUDIT_HISTORY"));
    }

    private static async Task<World> TwoRunsAsync()
    {
        var world = RecordedWorld.Make();
        await world.ScanAsync();
        await world.ScanAsync(tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));
        return world;
    }
}
