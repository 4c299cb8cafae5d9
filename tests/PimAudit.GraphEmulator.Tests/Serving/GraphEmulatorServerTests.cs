using System.Net;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class GraphEmulatorServerTests
{
    [Test]
    public async Task It_listens_on_loopback_and_names_its_token()
    {
        var tenant = A.Tenant.Build();
        await using var server = await GraphEmulatorServer.StartAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(IPAddress.IsLoopback(IPAddress.Parse(server.BaseAddress.Host)), Is.True);
            Assert.That(server.BaseAddress.AbsolutePath, Is.EqualTo("/"));
            Assert.That(server.AccessToken, Is.EqualTo($"emulator-{tenant.Id}"));
            Assert.That(server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task A_port_that_is_taken_is_an_error()
    {
        var tenant = A.Tenant.Build();
        await using var server = await GraphEmulatorServer.StartAsync(tenant);
        var options = new EmulatorOptions { Port = server.BaseAddress.Port };

        Assert.That(
            async () => await GraphEmulatorServer.StartAsync(tenant, options),
            Throws.InstanceOf<IOException>()
        );
    }

    [Test]
    public async Task After_disposal_nobody_answers()
    {
        var graph = await GraphClient.StartAsync(A.Tenant.Build());
        await graph.Server.DisposeAsync();
        using var http = graph.Http;

        Assert.That(async () => await graph.GetAsync("organization"), Throws.InstanceOf<HttpRequestException>());
    }
}
