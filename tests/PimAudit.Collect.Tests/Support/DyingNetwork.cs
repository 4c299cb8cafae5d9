namespace PimAudit.Collect.Tests;

/// <summary>Lets some requests through; the others find nobody there.</summary>
internal sealed class DyingNetwork(int answers) : DelegatingHandler(new SocketsHttpHandler())
{
    private int asked;

    /// <summary>How many requests were sent.</summary>
    public int Asked => asked;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        Interlocked.Increment(ref asked) <= answers
            ? base.SendAsync(request, cancellationToken)
            : throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                $"{request.RequestUri!.Host} is not there.",
                new IOException("Connection refused")
            );
}
