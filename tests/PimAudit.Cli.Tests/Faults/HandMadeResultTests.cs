using System.Text.Json.Nodes;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Faults;

/// <summary>A result that somebody wrote by hand.</summary>
public sealed class HandMadeResultTests
{
    [Test]
    public async Task A_list_with_nothing_in_it_is_refused_by_every_verb_that_reads_results()
    {
        using var world = new World();
        await world.RunAsync("scan", "--demo", "--quiet", "--out", "run", "--format", "json");
        var result = JsonNode.Parse(world.Bytes("run/result.json"))!;
        result["access"] = new JsonArray(default(JsonNode));
        world.Write("made.json", result.ToJsonString());

        int[] codes =
        [
            await world.RunAsync("report", "made.json", "--out", "a", "--format", "json"),
            await world.RunAsync("diff", "made.json", "run"),
            await world.RunAsync("diff", "run", "made.json"),
            await world.RunAsync("baseline", "create", "--from", "made.json", "--out", "b.json"),
        ];

        Assert.That(codes, Is.All.EqualTo(2), world.Error);
        Assert.That(world.Error, Does.Contain("A list in it holds null, at byte"));
    }
}
