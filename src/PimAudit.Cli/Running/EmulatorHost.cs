using Microsoft.Extensions.Hosting;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli;

/// <summary>A made-up tenant as a service: says where it listens, and stops when the host does.</summary>
internal sealed class EmulatorHost(EmulateRequest request, Surroundings surroundings) : IHostedService
{
    private GraphEmulatorServer? server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var served = ServedTenant.Of(request, surroundings.Time);
        if (served.Generated is { } generated && request.Expectations is { } file)
            await Expectations.WriteAsync(generated, Path.Combine(surroundings.Folder, file), cancellationToken);
        server = await ServeAsync(served, cancellationToken);
        await surroundings.Out.WriteLineAsync(
            $"PIMAUDIT_GRAPH_ENDPOINT={server.BaseAddress.GetLeftPart(UriPartial.Authority)}"
        );
        await surroundings.Out.WriteLineAsync($"PIMAUDIT_ACCESS_TOKEN={server.AccessToken}");
        await surroundings.Out.FlushAsync(cancellationToken);
        await surroundings.Error.WriteLineAsync(
            $"{served.Title} stands at {served.Tenant.Now:yyyy-MM-dd HH:mm} UTC. Set both variables elsewhere, then run 'pimaudit scan'. Ctrl-C ends."
        );
        if (served.Generated is { Configuration: var text })
            await surroundings.Error.WriteLineAsync($"Its pimaudit.yaml:\n{text.TrimEnd()}");
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
            await server.DisposeAsync();
        await surroundings.Error.WriteLineAsync("Stopped.");
    }

    private EmulatorOptions Options
    {
        get
        {
            var options = new EmulatorOptions
            {
                Port = request.Port,
                Latency = request.Latency,
                RecordRequests = false,
            };
            return request.PageSize is { } rows ? options with { PageSize = rows } : options;
        }
    }

    /// <exception cref="Failure">The port is taken, or this user may not listen on it.</exception>
    private async Task<GraphEmulatorServer> ServeAsync(ServedTenant served, CancellationToken cancellation)
    {
        var options = Options with { AccessToken = served.Generated?.AccessToken };
        try
        {
            return await GraphEmulatorServer.StartAsync(served.Tenant, options, cancellation);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new Failure(
                ExitCode.Usage,
                $"Cannot listen on port {request.Port}.",
                error.Message,
                "Nothing is served.",
                "Choose another port with --port, or 0 for a free one."
            );
        }
    }
}
