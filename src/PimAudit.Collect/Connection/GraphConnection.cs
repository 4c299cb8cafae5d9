using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace PimAudit.Collect;

/// <summary>The one way to Graph: reads only, one origin, no redirects, retried in one place only.</summary>
public sealed class GraphConnection : IDisposable
{
    private readonly HttpClient http;
    private readonly IAccessTokenSource tokens;
    private int calls;

    public GraphConnection(GraphEndpoint endpoint, IAccessTokenSource tokens)
        : this(endpoint, tokens, transport: null) { }

    /// <param name="transport">What stands for the network; null for the real one.</param>
    internal GraphConnection(GraphEndpoint endpoint, IAccessTokenSource tokens, HttpMessageHandler? transport)
    {
        Endpoint = endpoint;
        this.tokens = tokens;
        http = GraphClientFactory.Create(Handlers(endpoint), finalHandler: transport ?? Network(endpoint));
        http.Timeout = Timeout.InfiniteTimeSpan;
        Graph = new GraphServiceClient(
            http,
            new BaseBearerTokenAuthenticationProvider(new PinnedTokens(endpoint, tokens)),
            endpoint.Version.AbsoluteUri
        );
    }

    public GraphEndpoint Endpoint { get; }

    /// <summary>Its request builders make the addresses.</summary>
    internal GraphServiceClient Graph { get; }

    /// <summary>HTTP requests sent so far, a batch being one.</summary>
    internal int Calls => calls;

    public void Dispose()
    {
        Graph.Dispose();
        http.Dispose();
    }

    /// <exception cref="SignInFailedException">No token could be had.</exception>
    internal async Task<TokenClaims> ReadClaimsAsync(CancellationToken cancellation) =>
        TokenClaims.Read(await tokens.GetTokenAsync(cancellation));

    /// <summary>Sends one request; the body is still to be read.</summary>
    internal async Task<HttpResponseMessage> SendAsync(RequestInformation request, CancellationToken cancellation)
    {
        using var message = await Graph.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(
            request,
            cancellation
        );
        Interlocked.Increment(ref calls);
        return await http.SendAsync(message!, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private static List<DelegatingHandler> Handlers(GraphEndpoint endpoint) =>
        [
            .. GraphClientFactory
                .CreateDefaultHandlers()
                .Where(handler => handler is not (RetryHandler or RedirectHandler)),
            new ReadOnlyGuard(endpoint),
        ];

    /// <summary>The real network. What is on this machine is asked directly: a proxy would get to see the token.</summary>
    internal static SocketsHttpHandler Network(GraphEndpoint endpoint) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = !endpoint.BaseAddress.IsLoopback,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };

    /// <summary>Hands the token out for the configured Graph only.</summary>
    private sealed class PinnedTokens(GraphEndpoint endpoint, IAccessTokenSource tokens) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new([endpoint.BaseAddress.Host]);

        public async Task<string> GetAuthorizationTokenAsync(
            Uri uri,
            Dictionary<string, object>? additionalAuthenticationContext = null,
            CancellationToken cancellationToken = default
        ) =>
            endpoint.Owns(uri)
                ? await tokens.GetTokenAsync(cancellationToken)
                : throw new ForbiddenRequestException(
                    $"The token is for {endpoint.Origin} and does not go to another address."
                );
    }
}
