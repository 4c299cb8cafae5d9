using Microsoft.Data.Sqlite;
using NUnit.Framework;
using PimAudit.History;

namespace PimAudit.Cli.Tests.Notifications;

/// <summary>A notification that fails, however it does, changes neither verdict nor exit code.</summary>
public sealed class NoticeFaultTests
{
    private const string Configuration = """
        history: { connection: Data Source=history.db }
        notifications: { channels: { log: { kind: ndjson } } }
        """;

    [Test]
    public async Task An_outbox_that_breaks_after_the_run_was_recorded_leaves_the_exit_code_of_the_findings()
    {
        using var world = new World().Write("pimaudit.yaml", Configuration);
        await BreakAsync(world, "UPDATE");

        var code = await world.RunAsync([
            "scan",
            "--demo",
            "--config",
            "pimaudit.yaml",
            "-f",
            "json",
            "-q",
            "--fail-on",
            "high",
        ]);

        Assert.That((code, world.Out), Is.EqualTo((1, "")), world.Error);
        Assert.That(world.Error, Does.Contain("Not notified. The notifications could not be kept. The result stands."));
        await world.RunAsync("notify", "list");
        Assert.That(world.Out, Does.Contain("log  waits, 0 attempts"), "The next run can tell it.");
    }

    [Test]
    public async Task An_outbox_that_takes_nothing_leaves_the_failure_of_the_scan_as_it_was()
    {
        using var sound = new World().Write("pimaudit.yaml", "baseline: not-there.json");
        using var world = new World().Write("pimaudit.yaml", $"baseline: not-there.json\n{Configuration}");
        await BreakAsync(world, "INSERT");

        var (before, code) = (await sound.RunAsync("scan", "-q"), await world.RunAsync("scan", "-q"));

        Assert.That(code, Is.EqualTo(before).And.Not.Zero);
        Assert.That(
            world.Error.ReplaceLineEndings("\n").Replace(world.Folder, "", StringComparison.Ordinal),
            Is.EqualTo(
                "Not notified. The notifications could not be kept. The result stands.\n"
                    + sound.Error.ReplaceLineEndings("\n").Replace(sound.Folder, "", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>No fault that anybody foresaw.</summary>
    [Test]
    public async Task A_fault_of_the_program_itself_is_told_and_changes_nothing()
    {
        const string Channel = "notifications: { channels: { log: { kind: ndjson } } }";
        using var world = new World().Write("pimaudit.yaml", $"baseline: not-there.json\n{Channel}");

        var code = await CommandLine.RunAsync(
            ["scan", "-q"],
            world.Surroundings() with
            {
                Time = new BrokenClock(),
            },
            CancellationToken.None
        );

        Assert.That(code, Is.EqualTo(await world.RunAsync("scan", "-q")).And.Not.Zero);
        Assert.That(world.Error, Does.Contain("Not notified. The clock fell down. The result stands."));
    }

    private static async Task BreakAsync(World world, string change)
    {
        await (
            await HistoryDatabase.OpenAsync($"Data Source={world.PathOf("history.db")}", TimeProvider.System, default)
        ).DisposeAsync();
        await using var history = new SqliteConnection($"Data Source={world.PathOf("history.db")};Pooling=False");
        await history.OpenAsync();
        await using var refuse = history.CreateCommand();
        refuse.CommandText = $"CREATE TRIGGER refuse BEFORE {change} ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END";
        await refuse.ExecuteNonQueryAsync();
    }

    /// <summary>Tells the time, and breaks when it is to wake somebody.</summary>
    private sealed class BrokenClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new InvalidOperationException("The clock fell down.");
    }
}
