namespace PimAudit.GraphEmulator;

/// <summary>Answers requests, outer and inner, from one tenant; knows nothing of sockets.</summary>
internal sealed class GraphService(EmulatedTenant first, EmulatorOptions options, AcceptedTokens tokens)
{
    private static readonly Router Router = Router.ForGraph();
    private readonly FaultBoard faults = new(options.Faults, options.FaultMix);
    private readonly TenantTimeline timeline = new(first, options.Changes);
    private readonly ThrottleBoard? limits = options.Limits is null
        ? null
        : new ThrottleBoard(
            options.Limits,
            first.Directory.All(EntryKind.User).Count + first.People.Others,
            options.Time
        );

    public RequestLog Log { get; } = new(options.RecordRequests);

    public GraphAnswer Answer(GraphRequest request)
    {
        var answer = tokens.Find(request.Caller.Token) is null ? GraphErrors.Unauthorised() : Admitted(request);
        Log.Add(request, answer);
        return answer;
    }

    public GraphAnswer Refuse(GraphRequest request, GraphAnswer answer)
    {
        Log.Add(request, answer);
        return answer;
    }

    /// <summary>Before the client sees the answer, so that its next request does not find this one under way.</summary>
    public void Leave(Exchange exchange) => limits?.Leave(exchange);

    private GraphAnswer Admitted(GraphRequest request)
    {
        var admission = limits?.Admit(request) ?? Admission.Free;
        var answer = admission.Refusal ?? Disturbed(request);
        return admission.Headers.Count == 0 ? answer : answer with { Headers = admission.Headers };
    }

    private GraphAnswer Disturbed(GraphRequest request)
    {
        if (faults.Take(request) is not { } fault)
            return TrueAnswer(request);
        if (fault.Kind is FaultKind.TokenExpired)
            tokens.Expire(request.Caller);
        return FaultBoard.Deliver(fault, request, () => TrueAnswer(request));
    }

    private GraphAnswer TrueAnswer(GraphRequest request)
    {
        try
        {
            if (request.Segments is ["$batch"])
                return new GraphAnswer(200, Batch.Answer(request, Answer));
            var tenant = timeline.For(request);
            var endpoint = Router.Find(request);
            var demands = Permissions.For(request);
            if (!Permissions.Suffice(demands, request.Caller))
                throw GraphErrors.NotGranted(demands);
            Licences.Check(tenant, request, demands);
            return new GraphAnswer(200, endpoint(new Call(tenant, options, request)));
        }
        catch (GraphRefusal refusal)
        {
            return refusal.Answer;
        }
    }
}
