using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>JSON batching: up to twenty reads, each with its own status and headers, answered in another order.</summary>
internal static class Batch
{
    private const int Most = 20;

    public static JsonObject Answer(GraphRequest outer, Func<GraphRequest, GraphAnswer> answer)
    {
        if (outer.Method is not "POST")
            throw GraphErrors.MethodNotAllowed();
        if (outer.IsInner || outer.Body is not JsonObject body || body["requests"] is not JsonArray requests)
            throw GraphErrors.BadRequest("Invalid batch payload format.");
        if (requests.Count is 0 or > Most)
            throw new GraphRefusal(
                400,
                GraphErrors.Plain(
                    "MaximumValueExceeded",
                    "Number of batch request steps exceeds the maximum value of 20."
                )
            );
        var steps = requests.Select(node => Step.Read(node, outer)).ToList();
        if (steps.DistinctBy(step => step.Id, StringComparer.OrdinalIgnoreCase).Count() != steps.Count)
            throw GraphErrors.BadRequest("Request id is not unique.");
        var responses = steps
            .Select(step => (Step: step, Answer: answer(step.Request)))
            .Where(pair => !pair.Answer.IsLost)
            .Select(pair => (JsonNode)Respond(pair.Step, pair.Answer))
            .Reverse();
        return new JsonObject { ["responses"] = new JsonArray([.. responses]) };
    }

    private static JsonObject Respond(Step step, GraphAnswer answer)
    {
        var headers = new JsonObject { ["Cache-Control"] = "no-cache", ["Content-Type"] = "application/json" };
        if (answer.RetryAfter is not null)
            headers["Retry-After"] = answer.RetryAfter;
        foreach (var (name, value) in answer.Headers)
            headers[name] = value;
        return new JsonObject
        {
            ["id"] = step.Id,
            ["status"] = answer.Status,
            ["headers"] = headers,
            ["body"] = answer.Body,
        };
    }

    private sealed record Step(string Id, GraphRequest Request)
    {
        public static Step Read(JsonNode? node, GraphRequest outer)
        {
            if (
                node is not JsonObject step
                || step["id"]?.ToString() is not { Length: > 0 } id
                || step["method"]?.ToString() is not { } method
                || step["url"]?.ToString() is not { Length: > 0 } url
                || Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !absolute.IsFile
            )
                throw GraphErrors.BadRequest("Invalid batch step: id, method and a relative url are required.");
            var parts = url.Split('?', 2);
            return new Step(
                id,
                new GraphRequest(
                    outer.Base,
                    outer.Caller,
                    outer.Version,
                    method.ToUpperInvariant(),
                    "/" + parts[0].TrimStart('/'),
                    parts.Length > 1 ? parts[1] : "",
                    IsEventual(step["headers"] as JsonObject),
                    step["body"]?.DeepClone(),
                    IsInner: true,
                    outer.Exchange
                )
            );
        }

        private static bool IsEventual(JsonObject? headers) =>
            headers?.Any(header =>
                header.Key.Equals("ConsistencyLevel", StringComparison.OrdinalIgnoreCase)
                && string.Equals(header.Value?.ToString(), "eventual", StringComparison.OrdinalIgnoreCase)
            )
            ?? false;
    }
}
