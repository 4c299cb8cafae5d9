using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Comparing;

/// <summary>Two collections of a tenant in which nothing happened.</summary>
public sealed class UnchangedTenantTests
{
    [Test]
    public async Task Order_case_and_ids_of_instances_are_no_change()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        await using var twisted = await TwistedGraph.StartAsync(graph);
        using var world = World.Of(graph).Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);
        world.Now = SampleTenants.ContosoNow;

        var before = await world.RunAsync("scan", "-q", "-f", "json", "--out", "before", "--fail-on", "none");
        world.With("PIMAUDIT_GRAPH_ENDPOINT", twisted.Address);
        var after = await world.RunAsync("scan", "-q", "-f", "json", "--out", "after", "--fail-on", "none");
        await world.RunAsync("diff", "before", "after", "--json");

        Assert.That(after, Is.EqualTo(before), world.Error);
        using var difference = JsonDocument.Parse(world.Out);
        Assert.That(
            difference.RootElement.GetProperty("changes").EnumerateArray().Select(one => one.GetRawText()),
            Is.Empty
        );
        Assert.That(
            difference.RootElement.GetProperty("findings").EnumerateArray().Select(one => one.GetRawText()),
            Is.Empty
        );
    }

    /// <summary>Else the test above would hold for a graph that answers nothing.</summary>
    [Test]
    public async Task The_other_replica_tells_the_same_rows_otherwise()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        await using var twisted = await TwistedGraph.StartAsync(graph);
        var (plain, other) = (await RowsAsync(graph.BaseAddress.AbsoluteUri), await RowsAsync(twisted.Address));

        Assert.That(other, Has.Length.EqualTo(plain.Length).And.Length.GreaterThan(5));
        Assert.That(other[^1], Is.EqualTo(plain[0] + "-again").IgnoreCase);

        async Task<string[]> RowsAsync(string address)
        {
            using var client = new HttpClient { BaseAddress = new(address) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", graph.AccessToken);
            using var json = JsonDocument.Parse(
                await client.GetStringAsync(
                    new Uri("v1.0/roleManagement/directory/roleEligibilityScheduleInstances", UriKind.Relative)
                )
            );
            return
            [
                .. json
                    .RootElement.GetProperty("value")
                    .EnumerateArray()
                    .Select(row => row.GetProperty("id").GetString()!),
            ];
        }
    }
}
