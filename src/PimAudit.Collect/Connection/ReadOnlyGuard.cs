using System.Text.Json;

namespace PimAudit.Collect;

/// <summary>Lets only reads of the configured Graph pass: GET, and the two POSTs that read.</summary>
/// <remarks>It stands last before the network, so nothing behind it can change a request.</remarks>
internal sealed class ReadOnlyGuard(GraphEndpoint endpoint) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var address = request.RequestUri;
        if (address is null || !endpoint.Owns(address))
            throw new ForbiddenRequestException(
                $"A request to {Place(address)} is not one that {endpoint.Origin} is asked."
            );
        if (request.Method != HttpMethod.Get && !await IsReadingPostAsync(request, address, cancellationToken))
            throw new ForbiddenRequestException(
                $"{request.Method} {address.AbsolutePath} is not among the requests that read: GET, $batch of GETs and getByIds."
            );

        return await base.SendAsync(request, cancellationToken);
    }

    private async Task<bool> IsReadingPostAsync(HttpRequestMessage request, Uri address, CancellationToken cancellation)
    {
        if (request.Method != HttpMethod.Post || address.Query.Length > 0)
            return false;
        if (IsPath(address, "/directoryObjects/getByIds"))
            return true;

        return IsPath(address, "/$batch")
            && request.Content is { } content
            && ReadsOnly(await content.ReadAsByteArrayAsync(cancellation));
    }

    private bool IsPath(Uri address, string path) =>
        string.Equals(address.AbsolutePath, endpoint.Version.AbsolutePath + path, StringComparison.Ordinal);

    private static bool ReadsOnly(byte[] batch)
    {
        try
        {
            using var body = JsonDocument.Parse(batch);
            var requests = body.RootElement.GetProperty("requests").EnumerateArray().ToList();
            return requests.Count > 0 && requests.TrueForAll(IsRelativeGet);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static bool IsRelativeGet(JsonElement inner) =>
        string.Equals(inner.GetProperty("method").GetString(), "GET", StringComparison.Ordinal)
        && inner.GetProperty("url").GetString() is { } url
        && url.StartsWith('/')
        && !url.StartsWith("//", StringComparison.Ordinal)
        && !inner.TryGetProperty("body", out _);

    private static string Place(Uri? address) =>
        address is { IsAbsoluteUri: true } ? address.GetLeftPart(UriPartial.Path) : "no address";
}
