using Microsoft.Extensions.Hosting;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli;

/// <summary>The sample tenant as a service: says where it listens, and stops when the host does.</summary>
/// <param name="port">Loopback port; 0 takes a free one.</param>
internal sealed class EmulatorHost(int port, Surroundings surroundings) : IHostedService
{
    private GraphEmulatorServer? server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        server = await ServeAsync(cancellationToken);
        await surroundings.Out.WriteLineAsync(
            $"PIMAUDIT_GRAPH_ENDPOINT={server.BaseAddress.GetLeftPart(UriPartial.Authority)}"
        );
        await surroundings.Out.WriteLineAsync($"PIMAUDIT_ACCESS_TOKEN={server.AccessToken}");
        await surroundings.Out.FlushAsync(cancellationToken);
        await surroundings.Error.WriteLineAsync(
            $"The sample tenant stands at {SampleTenants.ContosoNow:yyyy-MM-dd HH:mm} UTC. Set both variables elsewhere, then run 'pimaudit scan'. Ctrl-C ends."
        );
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
            await server.DisposeAsync();
        await surroundings.Error.WriteLineAsync("Stopped.");
    }

    /// <exception cref="Failure">The port is taken, or this user may not listen on it.</exception>
    private async Task<GraphEmulatorServer> ServeAsync(CancellationToken cancellation)
    {
        try
        {
            return await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), new() { Port = port }, cancellation);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new Failure(
                ExitCode.Usage,
                $"Cannot listen on port {port}.",
                error.Message,
                "Nothing is served.",
                "Choose another port with --port, or 0 for a free one."
            );
        }
    }
}
