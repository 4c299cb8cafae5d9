using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Makes questions from the SDK's request builders.</summary>
internal sealed class Questions(GraphConnection connection)
{
    public GraphServiceClient Graph => connection.Graph;

    public GraphQuestion Of(SnapshotParts part, RequestInformation request) =>
        new(part, PartCatalogue.Of(part).Request, Address(request));

    /// <summary>The address as Graph documents it: the SDK also encodes the names of options.</summary>
    private Uri Address(RequestInformation request)
    {
        request.PathParameters["baseurl"] = connection.Endpoint.Version.AbsoluteUri;
        var text = request.URI.AbsoluteUri;
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? new(text) : new(text[..query] + string.Join('&', text[query..].Split('&').Select(Option)));
    }

    private static string Option(string option)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? option
            : option[..equals].Replace("%24", "$", StringComparison.OrdinalIgnoreCase) + option[equals..];
    }
}
