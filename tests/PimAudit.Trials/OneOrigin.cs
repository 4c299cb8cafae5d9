using System.Collections.Concurrent;

namespace PimAudit.Trials;

/// <summary>The last thing before the network: notes every request that leaves for another origin.</summary>
public sealed class OneOrigin(Uri origin) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentQueue<string> strays = new();

    /// <summary>Requests to other origins, with the token that they would have shown.</summary>
    public IReadOnlyCollection<string> Strays => strays;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (
            !string.Equals(
                request.RequestUri!.GetLeftPart(UriPartial.Authority),
                origin.GetLeftPart(UriPartial.Authority),
                StringComparison.Ordinal
            )
        )
            strays.Enqueue($"{request.Method} {request.RequestUri} {request.Headers.Authorization}");
        return base.SendAsync(request, cancellationToken);
    }
}
