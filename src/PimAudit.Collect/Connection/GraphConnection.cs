using System.Net;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace PimAudit.Collect;

/// <summary>The one way to Graph: reads only, one origin, no redirects, retried in one place only.</summary>
public sealed class GraphConnection : IDisposable
{
    /// <summary>Pages have a thousand rows at most; nothing of Graph's comes near.</summary>
    private const long LongestBody = 256L << 20;

    /// <summary>For one request: who is turned away with one fresh token after the other has no right to be let in.</summary>
    internal const int MostRenewals = 5;

    private readonly HttpClient http;
    private readonly IAccessTokenSource tokens;
    private int calls;
    private int renewals;

    public GraphConnection(GraphEndpoint endpoint, IAccessTokenSource tokens)
        : this(endpoint, tokens, transport: null) { }

    /// <param name="transport">What stands for the network; null for the real one.</param>
    internal GraphConnection(GraphEndpoint endpoint, IAccessTokenSource tokens, HttpMessageHandler? transport)
    {
        Endpoint = endpoint;
        this.tokens = tokens;
        http = GraphClientFactory.Create(Handlers(endpoint), finalHandler: transport ?? Network(endpoint));
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = LongestBody;
        Graph = new GraphServiceClient(
            http,
            new BaseBearerTokenAuthenticationProvider(new PinnedTokens(endpoint, tokens)),
            endpoint.Version.AbsoluteUri
        );
    }

    public GraphEndpoint Endpoint { get; }

    /// <summary>Its request builders make the addresses.</summary>
    internal GraphServiceClient Graph { get; }

    /// <summary>HTTP requests sent so far, a batch being one and a repeated one two.</summary>
    public int Calls => calls;

    public void Dispose()
    {
        Graph.Dispose();
        http.Dispose();
    }

    /// <exception cref="SignInFailedException">No token could be had.</exception>
    internal async Task<TokenClaims> ReadClaimsAsync(CancellationToken cancellation) =>
        TokenClaims.Read(await tokens.GetTokenAsync(cancellation));

    /// <summary>Sends one request and reads the whole answer. A token that Graph no longer accepts is renewed.</summary>
    /// <exception cref="IncompleteBodyException">The body of a success is no whole JSON.</exception>
    internal async ValueTask<HttpResponseMessage> SendAsync(
        Func<RequestInformation> request,
        CancellationToken cancellation
    )
    {
        for (var times = 0; ; times++)
        {
            var (answer, used) = await SendOnceAsync(request(), cancellation);
            if (answer.StatusCode is not HttpStatusCode.Unauthorized || used is null || times == MostRenewals)
                return answer;
            if (await tokens.RenewTokenAsync(used, Challenge.ClaimsIn(answer), cancellation) is null)
                return answer;

            Interlocked.Increment(ref renewals);
            answer.Dispose();
        }
    }

    /// <summary>How often the token was renewed so far.</summary>
    internal int Renewals => Volatile.Read(ref renewals);

    /// <summary>For a request inside a batch, whose answer says that the token is no longer accepted.</summary>
    /// <param name="seen">The renewals before the batch was sent: somebody else may have renewed it meanwhile.</param>
    /// <returns>False when there is no other token.</returns>
    internal async ValueTask<bool> RenewTokenAsync(int seen, CancellationToken cancellation)
    {
        if (Renewals != seen)
            return true;
        if (await tokens.RenewTokenAsync(await tokens.GetTokenAsync(cancellation), claims: null, cancellation) is null)
            return false;

        Interlocked.Increment(ref renewals);
        return true;
    }

    private async Task<(HttpResponseMessage Answer, string? Token)> SendOnceAsync(
        RequestInformation request,
        CancellationToken cancellation
    )
    {
        using var message = await Graph.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(
            request,
            cancellation
        );
        Interlocked.Increment(ref calls);
        var answer = await http.SendAsync(message!, HttpCompletionOption.ResponseContentRead, cancellation);
        try
        {
            if (answer.IsSuccessStatusCode)
                WholeJson.Check(await answer.Content.ReadAsByteArrayAsync(cancellation));
            return (answer, message!.Headers.Authorization?.Parameter);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
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
