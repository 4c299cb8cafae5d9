using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PimAudit.GraphEmulator;

/// <summary>Knows which faults are left and what each looks like on a given path.</summary>
internal sealed class FaultBoard(IReadOnlyList<EmulatorFault> faults, FaultMix? mix)
{
    private readonly RandomFaults? random = mix is null ? null : new RandomFaults(mix);
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [.. faults.Select(fault => new Entry(fault))];

    /// <summary>The fault that hits this request, or null; counts as one of its times.</summary>
    public EmulatorFault? Take(GraphRequest request)
    {
        var chance = random?.Take(request);
        lock (gate)
        {
            var entry = entries.FirstOrDefault(entry => entry.Hits(request));
            if (entry is null)
                return chance;
            entry.Left--;
            return entry.Fault;
        }
    }

    /// <summary>The answer that the fault puts in the place of the true one.</summary>
    public static GraphAnswer Deliver(EmulatorFault fault, GraphRequest request, Func<GraphAnswer> truth) =>
        fault.Kind switch
        {
            FaultKind.Refused => GraphErrors.NotGranted(Permissions.For(request)).Answer,
            FaultKind.Unlicensed => new GraphAnswer(400, GraphErrors.UnlicensedBody()),
            FaultKind.ServerError => new GraphAnswer(500, GraphErrors.Plain("", "An error has occurred.")),
            FaultKind.NotFound => GraphErrors.NotFound(request.RawPath).Answer,
            FaultKind.Throttled => GraphErrors.TooMany(fault.RetryAfter),
            FaultKind.ThrottledWithoutRetryAfter => GraphErrors.TooMany(retryAfter: null),
            FaultKind.ConnectionReset when request.IsInner => new GraphAnswer(
                504,
                GraphErrors.Plain("UnknownError", "")
            ),
            FaultKind.ConnectionReset => new GraphAnswer(0, Body: null) { IsReset = true },
            FaultKind.Truncated when request.IsInner => WithoutValue(truth()),
            FaultKind.Truncated => truth() with { IsCut = true },
            FaultKind.ServiceUnavailable => new GraphAnswer(
                503,
                GraphErrors.Plain("serviceNotAvailable", "The service is temporarily unavailable."),
                fault.RetryAfter
            ),
            FaultKind.GatewayTimeout => new GraphAnswer(504, GraphErrors.Plain("UnknownError", "")),
            FaultKind.Slow => Late(fault, request, truth()),
            FaultKind.MalformedEntity => Malformed(fault, truth()),
            FaultKind.LostInnerAnswer => truth() with { IsLost = true },
            FaultKind.TokenExpired => GraphErrors.Unauthorised(),
            FaultKind.ForeignPort => WithNext(truth(), Elsewhere(request, link => link.Port++)),
            FaultKind.ForeignScheme => WithNext(truth(), Elsewhere(request, link => link.Scheme = "https")),
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

    private static string Elsewhere(GraphRequest request, Action<UriBuilder> change)
    {
        var link = new UriBuilder(Own(request));
        change(link);
        return link.Uri.AbsoluteUri;
    }

    private static GraphAnswer Late(EmulatorFault fault, GraphRequest request, GraphAnswer answer)
    {
        request.Exchange.Wait(fault.Delay);
        return answer;
    }

    private static GraphAnswer Malformed(EmulatorFault fault, GraphAnswer answer)
    {
        var entity = answer.Body?["value"] is JsonArray rows
            ? rows.FirstOrDefault() as JsonObject
            : answer.Body as JsonObject;
        if (fault.WrongType && entity is not null)
            entity["id"] = 7;
        else
            entity?.Remove("id");
        return answer;
    }

    private sealed class Entry(EmulatorFault fault)
    {
        public EmulatorFault Fault { get; } = fault;
        public Regex Pattern { get; } = FaultBoard.Pattern(fault.PathPattern);
        public int Left { get; set; } = fault.Times;

        public bool Hits(GraphRequest request) =>
            Left > 0
            && (request.IsInner || Fault.Kind is not FaultKind.LostInnerAnswer)
            && Pattern.IsMatch(request.Readable);
    }
}
