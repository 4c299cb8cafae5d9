using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Notifications;

public sealed class NotifyTests
{
    private const string Two = """
        notifications:
          channels:
            log: { kind: ndjson }
            broken: { kind: teams, url: { variable: NOT_SET } }
        """;

    [Test]
    public async Task A_test_goes_to_the_channel_that_is_named_and_says_that_it_is_one()
    {
        using var world = new World().Write("pimaudit.yaml", Two);

        var code = await world.RunAsync("notify", "test", "--channel", "log");

        var lines = world.Out.Trim().Split('\n');
        using var notice = JsonDocument.Parse(lines[0]);
        Assert.That((code, lines[1].Trim()), Is.EqualTo((0, "log: delivered. The line was written.")), world.Error);
        Assert.That(notice.RootElement.GetProperty("events")[0].GetString(), Is.EqualTo("test"));
    }

    [Test]
    public async Task One_channel_that_does_not_answer_makes_the_test_fail()
    {
        using var world = new World().Write("pimaudit.yaml", Two);

        var code = await world.RunAsync("notify", "test");

        Assert.That(code, Is.EqualTo(5));
        Assert.That(
            world.Out,
            Does.Contain("log: delivered.").And.Contain("broken: failed, would be tried again. The url cannot be read")
        );
    }

    [Test]
    public async Task A_channel_that_is_not_there_is_refused()
    {
        using var world = new World().Write("pimaudit.yaml", Two);

        var code = await world.RunAsync("notify", "test", "--channel", "logs");

        Assert.That((code, world.Out), Is.EqualTo((2, "")));
        Assert.That(world.Error, Does.Contain("The nearest is 'log'"));
    }

    [Test]
    public async Task A_scan_tells_its_channels_and_a_channel_that_fails_changes_nothing()
    {
        using var quiet = new World().Write("pimaudit.yaml", "");
        using var world = new World().Write("pimaudit.yaml", Two);
        string[] scan =
        [
            "scan",
            "--demo",
            "--config",
            "pimaudit.yaml",
            "-f",
            "json",
            "--out",
            "a",
            "--fail-on",
            "high",
            "-q",
        ];

        var (before, code) = (await quiet.RunAsync(scan), await world.RunAsync(scan));

        using var notice = JsonDocument.Parse(world.Out.Trim());
        Assert.That((before, code), Is.EqualTo((1, 1)), world.Error);
        Assert.That(notice.RootElement.GetProperty("isFirst").GetBoolean(), Is.True);
        Assert.That(notice.RootElement.GetProperty("newFindings").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(world.Error, Does.Contain("Not notified: broken.").And.Contain("The result stands."));
    }

    [Test]
    public async Task A_scan_that_ends_without_a_result_is_told()
    {
        using var world = new World()
            .With("PIMAUDIT_GRAPH_ENDPOINT", "http://127.0.0.1:9")
            .Write("pimaudit.yaml", "notifications: { channels: { log: { kind: ndjson } } }\nbaseline: not-there.json");

        var code = await world.RunAsync("scan", "-q");

        using var notice = JsonDocument.Parse(world.Out.Trim());
        Assert.That(code, Is.Not.Zero);
        Assert.That(notice.RootElement.GetProperty("events")[0].GetString(), Is.EqualTo("scanFailed"));
        Assert.That(world.Out, Does.Not.Contain(world.Folder));
    }

    [Test]
    public async Task With_a_history_a_notice_goes_out_once_and_one_that_cannot_waits_in_the_outbox()
    {
        using var world = new World().Write(
            "pimaudit.yaml",
            $"history: {{ connection: Data Source=history.db }}\n{Two}"
        );
        string[] scan = ["scan", "--demo", "--config", "pimaudit.yaml", "-f", "json", "-q"];

        await world.RunAsync([.. scan, "--out", "a"]);
        var first = world.Out;
        await world.RunAsync([.. scan, "--out", "b"]);
        var second = world.Out;
        await world.RunAsync("notify", "list");

        using var notice = JsonDocument.Parse(first.Trim());
        Assert.That(notice.RootElement.GetProperty("isFirst").GetBoolean(), Is.True);
        Assert.That(second, Is.EqualTo(first), "The second run is the same: nothing is new.");
        Assert.That(world.Out, Does.Contain("?  broken  waits, 1 attempt").And.Not.Contain("  log"));
    }

    [Test]
    public async Task What_a_crash_kept_from_being_recorded_is_told_by_the_next_run()
    {
        using var plain = new World();
        await plain.RunAsync("scan", "--demo", "-f", "json", "-q");
        using var world = new World().Write(
            "pimaudit.yaml",
            $$"""
            tenant: {{SampleTenants.Contoso().Id}}
            history: { connection: Data Source=history.db }
            notifications: { channels: { log: { kind: ndjson } } }
            """
        );
        CopyFolder(Path.Combine(plain.Folder, "pimaudit-out"), Path.Combine(world.Folder, "pimaudit-out"));

        await world.RunAsync(
            "scan",
            "--demo",
            "--config",
            "pimaudit.yaml",
            "-f",
            "json",
            "-q",
            "--profile",
            "cis-m365"
        );

        Assert.That(world.Error, Does.Contain("was not in the history; it is now."));
        using var notice = JsonDocument.Parse(world.Out.Trim().Split('\n')[0]);
        Assert.That(notice.RootElement.GetProperty("isFirst").GetBoolean(), Is.True);
        Assert.That(notice.RootElement.GetProperty("newFindings").GetArrayLength(), Is.GreaterThan(0));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
