using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PimAudit.GraphEmulator;

/// <summary>A Microsoft Graph in this process, on loopback, that serves one tenant and never changes it.</summary>
/// <remarks>Plain http; every request needs the bearer token. Of v1.0 and beta what an audit of PIM reads is served.</remarks>
public sealed class GraphEmulatorServer : IAsyncDisposable
{
    private readonly KestrelServer kestrel;
    private readonly GraphApplication application;

    private GraphEmulatorServer(KestrelServer kestrel, GraphApplication application, Uri baseAddress, string token)
    {
        this.kestrel = kestrel;
        this.application = application;
        BaseAddress = baseAddress;
        AccessToken = token;
    }

    /// <summary>Without version, ending in a slash, such as <c>http://127.0.0.1:5055/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The bearer token that is accepted, until it expires.</summary>
    public string AccessToken { get; }

    /// <summary>What was asked so far, in the order of the answers; inner requests stand before their batch.</summary>
    /// <remarks>Empty when <see cref="EmulatorOptions.RecordRequests"/> is off.</remarks>
    public IReadOnlyList<RecordedRequest> Requests => application.Service.Log.Requests;

    /// <summary>HTTP requests so far, a batch being one.</summary>
    public long Calls => application.Service.Log.Calls;

    /// <summary>Requests inside batches so far.</summary>
    public long InnerRequests => application.Service.Log.InnerRequests;

    /// <summary>Requests, outer and inner, that were answered 429.</summary>
    public long Throttled => application.Service.Log.Throttled;

    /// <summary>Requests, outer and inner, that were not GET: batches and <c>getByIds</c> too.</summary>
    public long NonGet => application.Service.Log.NonGet;

    /// <summary>Of <see cref="NonGet"/> those that are not one of the two POSTs that only read.</summary>
    public long Writes => application.Service.Log.Writes;

    /// <summary>Listens on loopback until it is disposed of.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GraphEmulatorServer> StartAsync(
        EmulatedTenant tenant,
        EmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new EmulatorOptions();
        var token = options.AccessToken ?? $"emulator-{tenant.Id}";
        var listener = Kestrel(options.Port);
        var tokens = new AcceptedTokens([token, .. options.MoreAccessTokens]);
        var graph = new GraphApplication(tokens, options);
        try
        {
            await listener.StartAsync(graph, cancellationToken);
        }
        catch
        {
            listener.Dispose();
            throw;
        }

        var address = listener.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var baseAddress = new Uri(address.TrimEnd('/') + "/");
        graph.Service = new GraphService(tenant, options, tokens);
        return new GraphEmulatorServer(listener, graph, baseAddress, token);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await kestrel.StopAsync(now.Token);
        kestrel.Dispose();
    }

    private static KestrelServer Kestrel(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port);
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()),
            NullLoggerFactory.Instance
        );
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }
}
