namespace PimAudit.GraphEmulator;

/// <summary>What was asked: counted always, and remembered where that is wanted.</summary>
internal sealed class RequestLog(bool remembers)
{
    private readonly Lock gate = new();
    private readonly List<RecordedRequest> requests = [];
    private long calls;
    private long inner;
    private long throttled;
    private long nonGet;
    private long writes;

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    public long Calls => Interlocked.Read(ref calls);
    public long InnerRequests => Interlocked.Read(ref inner);
    public long Throttled => Interlocked.Read(ref throttled);
    public long NonGet => Interlocked.Read(ref nonGet);
    public long Writes => Interlocked.Read(ref writes);

    public void Add(GraphRequest request, GraphAnswer answer)
    {
        Interlocked.Increment(ref request.IsInner ? ref inner : ref calls);
        if (answer.SeenStatus == 429)
            Interlocked.Increment(ref throttled);
        if (request.Method is not "GET")
            Interlocked.Increment(ref nonGet);
        if (request.Method is not "GET" && !IsReadingPost(request))
            Interlocked.Increment(ref writes);
        if (!remembers)
            return;
        lock (gate)
            requests.Add(new RecordedRequest(request.Method, request.Readable, request.IsInner, answer.SeenStatus));
    }

    private static bool IsReadingPost(GraphRequest request) =>
        request is { Method: "POST", Segments: ["$batch"] }
        || request is { Method: "POST", Segments: [var first, var second] }
            && first.Equals("directoryObjects", StringComparison.OrdinalIgnoreCase)
            && second.Equals("getByIds", StringComparison.OrdinalIgnoreCase);
}
