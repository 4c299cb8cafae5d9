using System.Text.Json;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Notifications;

public sealed class EvaluateNoticeTests
{
    private const string Log = "notifications: { channels: { log: { kind: ndjson } } }";
    private static readonly string[] Judge =
    [
        "evaluate",
        "demo.pimsnap",
        "--config",
        "pimaudit.yaml",
        "-f",
        "json",
        "-q",
    ];

    [Test]
    public async Task Who_judges_a_saved_snapshot_notifies_nobody_unless_asked_and_hears_of_it()
    {
        using var world = new World().Write(
            "pimaudit.yaml",
            $"history: {{ connection: Data Source=history.db }}\n{Log}"
        );
        await world.RunAsync("snapshot", "--demo", "--out", "demo.pimsnap", "-q");

        var unasked = await world.RunAsync(Judge);

        Assert.That((unasked, world.Out), Is.EqualTo((1, "")), world.Error);
        Assert.That(world.Error, Does.Contain("Note: the channels are not told").And.Contain("Give --notify"));
        await world.RunAsync("notify", "list");
        Assert.That(world.Out.Trim(), Is.EqualTo("Every notification reached its channel."), "None waits, either.");

        var asked = await world.RunAsync([.. Judge, "--notify"]);

        Assert.That(asked, Is.EqualTo(1), world.Error);
        Assert.That(world.Error, Does.Not.Contain("Not notified"));
        using var notice = JsonDocument.Parse(world.Out.Trim().Split('\n')[1]);
        Assert.That(notice.RootElement.GetProperty("isFirst").GetBoolean(), Is.True);
        Assert.That(notice.RootElement.GetProperty("newFindings").GetArrayLength(), Is.GreaterThan(0));
    }

    [Test]
    public async Task A_judging_that_was_to_be_told_and_ends_without_a_result_is_told()
    {
        using var world = new World().Write("pimaudit.yaml", Log);

        var code = await world.RunAsync([.. Judge, "--notify"]);

        using var notice = JsonDocument.Parse(world.Out);
        Assert.That(code, Is.Not.Zero);
        Assert.That(notice.RootElement.GetProperty("events")[0].GetString(), Is.EqualTo("scanFailed"));
    }

    [Test]
    public async Task One_that_was_not_to_be_told_is_not()
    {
        using var world = new World().Write("pimaudit.yaml", Log);

        var code = await world.RunAsync(Judge);

        Assert.That(code, Is.Not.Zero);
        Assert.That(world.Out, Is.Empty);
    }
}
