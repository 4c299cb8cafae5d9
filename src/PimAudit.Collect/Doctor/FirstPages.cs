namespace PimAudit.Collect;

/// <summary>Asks for the first page of each question and for no more: twenty to a batch, alone what no batch takes.</summary>
internal sealed class FirstPages(GraphPipe pipe)
{
    private readonly BatchExchange batches = new(pipe);

    public async Task AskAsync(IEnumerable<GraphRead> reads, CancellationToken cancellation)
    {
        var alone = reads.ToLookup(IsAlone);
        foreach (var chunk in alone[false].Chunk(BatchExchange.Most))
            await AskTogetherAsync(chunk, cancellation);
        foreach (var read in alone[true])
            await AskAloneAsync(new(read, pipe.Endpoint), cancellation);
    }

    /// <summary>Beta does not mix with v1.0, a POST does not go into a batch, and some services count strictly.</summary>
    private static bool IsAlone(GraphRead read) =>
        PartCatalogue.Of(read.Question.Part).IsBeta
        || read.Question.Body is not null
        || RequestLoad.Of(read.Question.Address).IsSparse;

    /// <summary>What the batch left open, or answered with words that may be about the batch, is asked for alone.</summary>
    private async Task AskTogetherAsync(GraphRead[] reads, CancellationToken cancellation)
    {
        var trails = reads.Select(read => new PageTrail(read, pipe.Endpoint)).ToList();
        if (trails.Count > 1)
            await batches.SendAsync(trails, cancellation);
        foreach (var trail in trails.Where(trail => trail.Read is { Pages: 0, Failure: null }))
            await AskAloneAsync(trail, cancellation);
    }

    private async Task AskAloneAsync(PageTrail trail, CancellationToken cancellation)
    {
        if (trail.Next is { } address)
            trail.Go(await pipe.ExchangeAsync(trail.Read, address, [trail.Load], cancellation));
    }
}
