using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Finds what answers a path. A segment in braces matches anything.</summary>
internal sealed class Router
{
    private readonly List<Route> routes = [];

    public void Get(string template, Func<Call, JsonObject> answer) => Add("GET", template, answer);

    public void Post(string template, Func<Call, JsonObject> answer) => Add("POST", template, answer);

    /// <summary>Of beta only what v1.0 does not have is served.</summary>
    public void GetBeta(string template, Func<Call, JsonObject> answer) =>
        routes.Add(new Route(GraphRequest.Beta, "GET", template.Split('/'), answer));

    /// <summary>All that the emulator serves.</summary>
    public static Router ForGraph()
    {
        var router = new Router();
        DirectoryEndpoints.Map(router);
        RoleEndpoints.Map(router);
        GroupPimEndpoints.Map(router);
        PolicyEndpoints.Map(router);
        TenantEndpoints.Map(router);
        ReportEndpoints.Map(router);
        AlertEndpoints.Map(router);
        return router;
    }

    /// <exception cref="GraphRefusal">405 for a write, 400 for a path that Graph does not have, 404 for one of beta.</exception>
    public Func<Call, JsonObject> Find(GraphRequest request)
    {
        var here = routes.Where(route => route.Version == request.Version && route.Matches(request.Segments)).ToList();
        if (here.FirstOrDefault(route => route.Method == request.Method) is { } found)
            return found.Answer;
        if (here.Count == 0 && request.Version is GraphRequest.Beta)
            throw GraphErrors.NotServed();
        if (here.Count > 0 || request.Method is not "GET")
            throw GraphErrors.MethodNotAllowed();
        throw GraphErrors.NoSuchSegment(request.Segments.Count == 0 ? "" : request.Segments[^1]);
    }

    private void Add(string method, string template, Func<Call, JsonObject> answer) =>
        routes.Add(new Route(GraphRequest.V1, method, template.Split('/'), answer));

    private sealed record Route(string Version, string Method, string[] Template, Func<Call, JsonObject> Answer)
    {
        public bool Matches(IReadOnlyList<string> segments) =>
            segments.Count == Template.Length
            && Template
                .Zip(segments)
                .All(pair =>
                    pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)
                );
    }
}
