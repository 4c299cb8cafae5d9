using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Finds what answers a path. A segment in braces matches anything.</summary>
internal sealed class Router
{
    private readonly List<Route> routes = [];

    public void Get(string template, Func<Call, JsonObject> answer) => Add("GET", template, answer);

    public void Post(string template, Func<Call, JsonObject> answer) => Add("POST", template, answer);

    /// <summary>All that the emulator serves.</summary>
    public static Router ForGraph()
    {
        var router = new Router();
        DirectoryEndpoints.Map(router);
        RoleEndpoints.Map(router);
        GroupPimEndpoints.Map(router);
        PolicyEndpoints.Map(router);
        TenantEndpoints.Map(router);
        return router;
    }

    /// <exception cref="GraphRefusal">405 for a write, 400 for a path that Graph does not have.</exception>
    public Func<Call, JsonObject> Find(GraphRequest request)
    {
        var here = routes.Where(route => route.Matches(request.Segments)).ToList();
        if (here.FirstOrDefault(route => route.Method == request.Method) is { } found)
            return found.Answer;
        if (here.Count > 0 || request.Method is not "GET")
            throw GraphErrors.MethodNotAllowed();
        throw GraphErrors.NoSuchSegment(request.Segments.Count == 0 ? "" : request.Segments[^1]);
    }

    private void Add(string method, string template, Func<Call, JsonObject> answer) =>
        routes.Add(new Route(method, template.Split('/'), answer));

    private sealed record Route(string Method, string[] Template, Func<Call, JsonObject> Answer)
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
