namespace PimAudit.GraphEmulator;

/// <summary>Answers requests, outer and inner, from one tenant; knows nothing of sockets.</summary>
internal sealed class GraphService(EmulatedTenant first, EmulatorOptions options, AcceptedTokens tokens)
{
    private static readonly Router Router = Router.ForGraph();
    private readonly FaultBoard faults = new(options.Faults, options.FaultMix);
    private readonly TenantTimeline timeline = new(first, options.Changes);
    private readonly Lock gate = new();
    private readonly List<RecordedRequest> recorded = [];

    public IReadOnlyList<RecordedRequest> Recorded
    {
        get
        {
            lock (gate)
                return [.. recorded];
        }
    }

    public GraphAnswer Answer(GraphRequest request)
    {
        var answer = tokens.Find(request.Caller.Token) is null ? GraphErrors.Unauthorised() : Disturbed(request);
        Record(request, answer);
        return answer;
    }

    public GraphAnswer Refuse(GraphRequest request, GraphAnswer answer)
    {
        Record(request, answer);
        return answer;
    }

    private GraphAnswer Disturbed(GraphRequest request)
    {
        if (faults.Take(request) is not { } fault)
            return TrueAnswer(request);
        if (fault.Kind is FaultKind.TokenExpired)
            tokens.Expire(request.Caller);
        return FaultBoard.Deliver(fault, request, () => TrueAnswer(request));
    }

    private void Record(GraphRequest request, GraphAnswer answer)
    {
        lock (gate)
            recorded.Add(new RecordedRequest(request.Method, request.Readable, request.IsInner, answer.SeenStatus));
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
