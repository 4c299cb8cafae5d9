using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class CounterTests
{
    [TestCase(true, 6)]
    [TestCase(false, 0)]
    public async Task Requests_are_counted_whether_they_are_remembered_or_not(bool remembers, int remembered)
    {
        await using var graph = await GraphClient.StartAsync(
            A.Tenant.Build(),
            new EmulatorOptions
            {
                RecordRequests = remembers,
                Faults = [new EmulatorFault("/groups", FaultKind.Throttled)],
            }
        );
        await graph.GetAsync("users");
        await graph.BatchAsync("users", "groups");
        await graph.PostAsync("directoryObjects/getByIds", new JsonObject { ["ids"] = new JsonArray() });
        await graph.PostAsync("groups", new JsonObject());
        var server = graph.Server;

        Assert.Multiple(() =>
        {
            Assert.That(
                (server.Calls, server.InnerRequests, server.Throttled, server.NonGet, server.Writes),
                Is.EqualTo((4L, 2L, 2L, 3L, 1L))
            );
            Assert.That(server.Requests, Has.Count.EqualTo(remembered));
        });
    }
}
