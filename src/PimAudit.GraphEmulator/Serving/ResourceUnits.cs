namespace PimAudit.GraphEmulator;

/// <summary>What a request to the directory costs.</summary>
/// <remarks>Source: the resource unit table of Microsoft Graph's identity and access limits.</remarks>
internal static class ResourceUnits
{
    private const int SmallPage = 20;

    public static int Of(GraphRequest request)
    {
        var path = request.Segments.Select(segment => segment.ToLowerInvariant()).ToArray();
        var units = path switch
        {
            ["users"] => 2,
            ["groups", _, "members", ..] => 3,
            ["groups", _, "transitivemembers", ..] => 5,
            ["directoryobjects", "getbyids"] => 3,
            ["subscribedskus"] => 3,
            _ => 1,
        };
        try
        {
            var query = QueryOptions.Parse(request.RawQuery);
            units += (query.Has("select") ? -1 : 0) + (query.Has("expand") ? 1 : 0) + (query.Top < SmallPage ? -1 : 0);
        }
        catch (GraphRefusal)
        {
            // A query that is refused costs what its path costs.
        }

        return Math.Max(1, units);
    }
}
