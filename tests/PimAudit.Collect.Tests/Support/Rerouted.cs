namespace PimAudit.Collect.Tests;

/// <summary>Sends some requests to another server: the tenant as it is a moment later.</summary>
internal sealed class Rerouted(Uri other, Func<string, bool> isLater) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (isLater(Uri.UnescapeDataString(body.Replace("\\u0027", "'", StringComparison.Ordinal))))
            request.RequestUri = new Uri(other, request.RequestUri!.PathAndQuery);
        return await base.SendAsync(request, cancellationToken);
    }
}
