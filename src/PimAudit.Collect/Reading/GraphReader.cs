namespace PimAudit.Collect;

/// <summary>Answers questions: alone, with all their pages, or twenty to a batch.</summary>
internal sealed class GraphReader(GraphPipe pipe)
{
    /// <summary>Batches under way at a time: PIM publishes no limit and asks to be called sparingly.</summary>
    private const int BatchesAtOnce = 2;

    private readonly BatchExchange batches = new(pipe);

    /// <summary>Reads a question and all its pages, as a stream.</summary>
    public async Task ReadAsync(GraphRead read, CancellationToken cancellation)
    {
        read.StartedAt ??= pipe.Retry.Now;
        await FollowAsync(read, read.Question.Address, cancellation);
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

        foreach (var (read, next) in await batches.SendAsync(chunk, cancellation))
            if (Pinned(read, next, []) is { } address)
                await FollowAsync(read, address, cancellation);

        foreach (var read in chunk)
            read.EndedAt = pipe.Retry.Now;
    }

    private async Task FollowAsync(GraphRead read, Uri first, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Uri? address = first; address is not null; )
        {
            seen.Add(address.AbsoluteUri);
            var (next, failure) = await pipe.ExchangeAsync(read, address, read.TakeAsync, cancellation);
            if (failure is not null)
                read.Fail(failure);
            else
                read.Patience.Reset();

            address = next is null ? null : Pinned(read, next, seen);
        }
    }

    /// <summary>Checks a nextLink before a token goes near it. One that leads away, or back, makes the read malformed.</summary>
    private Uri? Pinned(GraphRead read, string next, HashSet<string> seen)
    {
        if (Uri.TryCreate(next, UriKind.Absolute, out var address) && pipe.Endpoint.Owns(address))
        {
            if (!seen.Contains(address.AbsoluteUri))
                return address;

            read.Fail(ReadFailure.Malformed($"The pages of {read.Question.Template} lead back to one already read."));
            return null;
        }

        read.Fail(
            ReadFailure.Malformed(
                $"The next page of {read.Question.Template} is not on {pipe.Endpoint.Origin}; it was not asked for."
            )
        );
        return null;
    }
}
