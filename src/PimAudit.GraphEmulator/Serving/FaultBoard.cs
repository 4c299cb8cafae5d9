using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PimAudit.GraphEmulator;

/// <summary>Knows which faults are left and what each looks like on a given path.</summary>
internal sealed class FaultBoard(IReadOnlyList<EmulatorFault> faults)
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [.. faults.Select(fault => new Entry(fault))];

    /// <summary>The fault that hits this request, or null; counts as one of its times.</summary>
    public EmulatorFault? Take(GraphRequest request)
    {
        lock (gate)
        {
            var entry = entries.FirstOrDefault(entry => entry.Left > 0 && entry.Pattern.IsMatch(request.Readable));
            if (entry is null)
                return null;
            entry.Left--;
            return entry.Fault;
        }
    }

    /// <summary>The answer that the fault puts in the place of the true one.</summary>
    public static GraphAnswer Deliver(EmulatorFault fault, GraphRequest request, Func<GraphAnswer> truth) =>
        fault.Kind switch
        {
            FaultKind.Refused => new GraphAnswer(403, RefusalOf(request.RawPath)),
            FaultKind.Unlicensed => new GraphAnswer(400, GraphErrors.UnlicensedBody()),
            FaultKind.ServerError => new GraphAnswer(500, GraphErrors.Plain("", "An error has occurred.")),
            FaultKind.NotFound => GraphErrors.NotFound(request.RawPath).Answer,
            FaultKind.Throttled => new GraphAnswer(429, ThrottleBody(), fault.RetryAfter),
            FaultKind.ThrottledWithoutRetryAfter => new GraphAnswer(429, ThrottleBody()),
            FaultKind.ConnectionReset when request.IsInner => new GraphAnswer(
                504,
                GraphErrors.Plain("UnknownError", "")
            ),
            FaultKind.ConnectionReset => new GraphAnswer(0, Body: null) { IsReset = true },
            FaultKind.Truncated when request.IsInner => WithoutValue(truth()),
            FaultKind.Truncated => truth() with { IsCut = true },
            FaultKind.ForeignNextLink => WithNext(truth(), $"https://graph.attacker.example{request.Readable}"),
            FaultKind.RepeatedNextLink => WithNext(truth(), Own(request)),
            _ => throw new InvalidOperationException($"No such kind of fault: {fault.Kind}."),
        };

    /// <summary>A pattern over readable requests.</summary>
    public static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static GraphAnswer WithoutValue(GraphAnswer answer) =>
        answer with
        {
            Body = new JsonObject { ["@odata.context"] = answer.Body?["@odata.context"]?.DeepClone() },
        };

    private static GraphAnswer WithNext(GraphAnswer answer, string link)
    {
        if (answer.Body is JsonObject body)
            body["@odata.nextLink"] = link;
        return answer;
    }

    private static string Own(GraphRequest request) =>
        $"{request.Root}{request.RawPath}" + (request.RawQuery.Length == 0 ? "" : $"?{request.RawQuery}");

    private static JsonObject RefusalOf(string path) =>
        ServiceOf.PimPermissions(path) is { } permissions ? GraphErrors.ScopeNotGrantedBody(permissions)
        : ServiceOf.IsConditionalAccess(path)
            ? GraphErrors.Plain(
                "AccessDenied",
                "You cannot perform the requested operation, required scopes are missing in the token."
            )
        : GraphErrors.Plain("Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    private static JsonObject ThrottleBody() =>
        GraphErrors.Plain("TooManyRequests", "Too many requests: try again later.");

    private sealed class Entry(EmulatorFault fault)
    {
        public EmulatorFault Fault { get; } = fault;
        public Regex Pattern { get; } = FaultBoard.Pattern(fault.PathPattern);
        public int Left { get; set; } = fault.Times;
    }
}
