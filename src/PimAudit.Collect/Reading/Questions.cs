using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Makes questions from the SDK's request builders.</summary>
internal sealed class Questions(GraphConnection connection)
{
    private const string ShortCast = "/graph.group";

    public GraphServiceClient Graph => connection.Graph;

    public GraphQuestion Of(SnapshotParts part, RequestInformation request) =>
        new(part, PartCatalogue.Of(part).Request, Address(request));

    /// <summary>Asks beta, for which the SDK has no request builders.</summary>
    /// <param name="path">Below the root, without options.</param>
    /// <param name="options">Names and values of the query, unescaped.</param>
    public GraphQuestion Beta(SnapshotParts part, string path, params (string Name, string Value)[] options)
    {
        var query = string.Join('&', options.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));
        var address = $"{connection.Endpoint.Beta.AbsoluteUri}/{path}";
        return new(part, PartCatalogue.Of(part).Request, new(query.Length == 0 ? address : $"{address}?{query}"));
    }

    /// <summary>The address as Graph documents it: the SDK encodes the names of options, and shortens those of casts.</summary>
    private Uri Address(RequestInformation request)
    {
        request.PathParameters["baseurl"] = connection.Endpoint.Version.AbsoluteUri;
        var parts = request.URI.AbsoluteUri.Split('?', 2);
        var path = Path(parts[0]);
        return parts.Length == 1 ? new(path) : new(path + '?' + string.Join('&', parts[1].Split('&').Select(Option)));
    }

    private static string Path(string path) =>
        path.EndsWith(ShortCast, StringComparison.Ordinal)
            ? path[..^ShortCast.Length] + "/microsoft.graph.group"
            : path;

    private static string Option(string option)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? option
            : option[..equals].Replace("%24", "$", StringComparison.OrdinalIgnoreCase) + option[equals..];
    }
}
