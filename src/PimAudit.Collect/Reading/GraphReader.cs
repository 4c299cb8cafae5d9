using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Answers questions with all their pages: alone, or twenty to a batch.</summary>
internal sealed class GraphReader(GraphPipe pipe)
{
    /// <summary>Batches under way at a time: PIM publishes no limit and asks to be called sparingly.</summary>
    private const int BatchesAtOnce = 2;

    private readonly BatchExchange batches = new(pipe);
    private volatile bool aloneIsNoBetter;

    /// <summary>Reads a question and all its pages, as a stream.</summary>
    public async Task ReadAsync(GraphRead read, CancellationToken cancellation)
    {
        read.StartedAt ??= pipe.Retry.Now;
        await FollowAsync(new(read, pipe.Endpoint), cancellation);
        read.EndedAt = pipe.Retry.Now;
    }

    /// <summary>Reads many questions; every one succeeds or fails by itself.</summary>
    public async Task ReadBatchedAsync(IEnumerable<GraphRead> reads, CancellationToken cancellation)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            reads.Chunk(BatchExchange.Most),
            limits,
            async (chunk, token) => await ReadChunkAsync(chunk, token)
        );
    }

    private async Task ReadChunkAsync(GraphRead[] chunk, CancellationToken cancellation)
    {
        foreach (var read in chunk)
            read.StartedAt ??= pipe.Retry.Now;

        await FollowTogetherAsync([.. chunk.Select(read => new PageTrail(read, pipe.Endpoint))], cancellation);

        foreach (var read in chunk)
            read.EndedAt = pipe.Retry.Now;
    }

    /// <summary>The second pages share a batch too, and so on; the last that still has one gets it alone.</summary>
    private async Task FollowTogetherAsync(List<PageTrail> trails, CancellationToken cancellation)
    {
        while (trails.Count > 1)
        {
            var failure = await batches.SendAsync(trails, cancellation);
            trails.RemoveAll(trail => trail.Next is null);
            if (failure is not null)
            {
                await FollowApartAsync(trails, failure, cancellation);
                return;
            }

            foreach (var trail in trails.Where(trail => trail.LeavesBatch))
                await FollowAsync(trail, cancellation);
            trails.RemoveAll(trail => trail.Next is null);
        }

        foreach (var trail in trails)
            await FollowAsync(trail, cancellation);
    }

    /// <summary>
    /// A batch may be turned away where its requests pass, so each is tried alone: until one finds nobody there, and never
    /// again once not one was answered.
    /// </summary>
    private async Task FollowApartAsync(List<PageTrail> trails, ReadFailure whole, CancellationToken cancellation)
    {
        var isHopeless = aloneIsNoBetter || whole.Reason is MissingReason.Throttled;
        foreach (var trail in trails)
        {
            if (isHopeless)
                trail.Go(new(Next: null, whole));
            else
                await FollowAsync(trail, cancellation);
            isHopeless |= trail.Read.Failure is { HttpStatus: null, Reason: MissingReason.Transport };
        }

        if (!trails.Exists(trail => trail.Read.Failure is null or { HttpStatus: < 500 and not 429 }))
            aloneIsNoBetter = true;
    }

    private async Task FollowAsync(PageTrail trail, CancellationToken cancellation)
    {
        while (trail.Next is { } address)
            trail.Go(await pipe.ExchangeAsync(trail.Read, address, trail.Read.TakeAsync, cancellation));
    }
}
