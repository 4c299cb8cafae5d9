using NUnit.Framework;

namespace PimAudit.Cli.Tests.History;

public sealed class RecordedRunTests
{
    [Test]
    public async Task A_scan_is_compared_with_the_one_before_and_names_its_manifest()
    {
        using var world = RecordedWorld.Make();

        await world.ScanAsync();
        var code = await world.ScanAsync(tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));

        Assert.That(code, Is.EqualTo(1), world.Error);
        var runs = world.Runs();
        Assert.That(RecordedWorld.Previous(runs[0]), Is.Null);
        Assert.That(RecordedWorld.Previous(runs[1]), Is.EqualTo(RecordedWorld.HashOfManifest(runs[0])));
        var result = RecordedWorld.Result(runs[1]);
        Assert.That(result.GetProperty("earlier").GetArrayLength(), Is.EqualTo(1));
        Assert.That(
            result.GetProperty("changes").EnumerateArray().Select(row => row.GetProperty("kind").GetString()),
            Is.EqualTo(new[] { "lost" })
        );
        var findings = result
            .GetProperty("findings")
            .EnumerateArray()
            .ToLookup(one => one.GetProperty("status").GetString());
        Assert.That(findings["resolved"].Count(), Is.GreaterThan(0));
        Assert.That(
            findings["open"].Select(one => one.GetProperty("firstSeen").GetString()),
            Is.All.EqualTo(
                RecordedWorld.Result(runs[0]).GetProperty("snapshot").GetProperty("takenAt").GetString()![..10]
            )
        );
    }

    [Test]
    public async Task A_snapshot_that_is_judged_again_gives_the_same_result()
    {
        using var world = RecordedWorld.Make();
        await world.ScanAsync();
        await world.ScanAsync();
        var second = world.Runs()[1];
        var before = await File.ReadAllBytesAsync(Path.Combine(second, "result.json"));

        var code = await world.RunAsync(
            "evaluate",
            Path.Combine(second, "snapshot.pimsnap"),
            "--out",
            "again",
            "--quiet",
            "-f",
            "json"
        );

        Assert.That(code, Is.EqualTo(1), world.Error);
        Assert.That(world.Bytes("again/result.json"), Is.EqualTo(before));
        Assert.That(RecordedWorld.Previous(world.PathOf("again")), Is.EqualTo(RecordedWorld.HashOfManifest(second)));
    }

    [Test]
    public async Task Reports_that_are_added_to_the_newest_run_leave_the_chain_whole()
    {
        using var world = RecordedWorld.Make();
        await world.ScanAsync();
        var first = world.Runs()[0];

        var code = await world.RunAsync(
            "evaluate",
            Path.Combine(first, "snapshot.pimsnap"),
            "--quiet",
            "-f",
            "json,md"
        );
        await world.ScanAsync();

        Assert.That(code, Is.EqualTo(1), world.Error);
        Assert.That(File.Exists(Path.Combine(first, "findings.md")), Is.True);
        Assert.That(RecordedWorld.Previous(world.Runs()[1]), Is.EqualTo(RecordedWorld.HashOfManifest(first)));
        Assert.That(await world.RunAsync("verify", "pimaudit-out"), Is.Zero, world.Error);
    }

    [Test]
    public async Task A_history_that_cannot_be_opened_ends_the_run_before_the_tenant_is_read()
    {
        using var world = RecordedWorld.Make().Write("history.db", new string('x', 5000));

        var code = await world.ScanAsync();

        Assert.That(code, Is.EqualTo(5));
        Assert.That(world.Error, Does.Contain("Cannot open the history").And.Contain("Nothing was read from a tenant"));
        Assert.That(Directory.Exists(world.PathOf("pimaudit-out")), Is.False);
    }

    /// <summary>As a process leaves it that was killed between writing and recording.</summary>
    [Test]
    public async Task A_run_that_was_written_and_not_recorded_is_taken_up_by_the_next()
    {
        using var world = RecordedWorld.Make();
        await world.ScanAsync();
        File.Copy(world.PathOf("history.db"), world.PathOf("before.db"));
        await world.ScanAsync(tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));
        File.Move(world.PathOf("before.db"), world.PathOf("history.db"), overwrite: true);

        await world.ScanAsync();

        var runs = world.Runs();
        Assert.That(world.Error, Does.Contain("was not in the history; it is now."));
        Assert.That(RecordedWorld.Previous(runs[2]), Is.EqualTo(RecordedWorld.HashOfManifest(runs[1])));
        Assert.That(
            RecordedWorld
                .Result(runs[2])
                .GetProperty("changes")
                .EnumerateArray()
                .Select(row => row.GetProperty("kind").GetString()),
            Is.EqualTo(new[] { "gained" })
        );
    }

    [Test]
    public async Task A_run_that_cannot_be_recorded_says_so_and_keeps_its_files()
    {
        using var world = RecordedWorld.Make();
        await world.ScanAsync();
        await using (
            var history = new Microsoft.Data.Sqlite.SqliteConnection(
                $"Data Source={world.PathOf("history.db")};Pooling=False"
            )
        )
        {
            await history.OpenAsync();
            await using var refuse = history.CreateCommand();
            refuse.CommandText =
                "CREATE TRIGGER refuse BEFORE INSERT ON runs BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";
            await refuse.ExecuteNonQueryAsync();
        }

        var code = await world.ScanAsync();

        Assert.That(code, Is.EqualTo(5));
        Assert.That(world.Error, Does.Contain("was not recorded").And.Contain("the history does not have it"));
        Assert.That(world.Runs(), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_review_that_one_run_was_given_is_looked_after_by_the_next()
    {
        using var world = RecordedWorld.Make();
        await world.ScanAsync();
        await world.RunAsync("review", "new", "--from", world.Runs()[0], "--name", "Q4", "--due", "2026-12-31");
        await world.ScanAsync(null, "--reviews", "review-Q4.json");

        await world.ScanAsync();

        Assert.That(
            world.Runs().Select(run => RecordedWorld.Result(run).GetProperty("reviews").GetArrayLength() > 0),
            Is.EqualTo(new[] { false, true, true }),
            world.Error
        );
    }

    [Test]
    public async Task A_redacted_run_is_not_recorded()
    {
        using var world = RecordedWorld.Make();
        await world.ScanAsync();
        world.With("PIMAUDIT_REDACT_KEY", new string('a', 64));

        await world.ScanAsync(null, "--redact", "--out", "redacted");
        await world.ScanAsync();

        Assert.That(world.Error, Does.Contain("a redacted run is not recorded"));
        Assert.That(RecordedWorld.Result(world.Runs()[1]).GetProperty("earlier").GetArrayLength(), Is.EqualTo(1));
    }
}
