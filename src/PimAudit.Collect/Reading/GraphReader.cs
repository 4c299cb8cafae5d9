using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Answers questions with all their pages: alone, or twenty to a batch.</summary>
internal sealed class GraphReader(GraphPipe pipe, ReadJournal journal, ProgressBoard board)
{
    /// <summary>Batches under way at a time.</summary>
    private const int BatchesAtOnce = 2;

    private readonly BatchExchange batches = new(pipe);
    private volatile bool aloneIsNoBetter;

    /// <summary>Where steps tell how far they are.</summary>
    public ProgressBoard Board => board;

    /// <summary>Reads a question and all its pages.</summary>
    public async Task ReadAsync(GraphRead read, CancellationToken cancellation)
    {
        Begin([read]);
        if (!journal.Replay(read))
            await FollowAsync(new(read, pipe.Endpoint), cancellation);
        End([read]);
    }

    /// <summary>Reads a question of Graph as it is now, whatever an interrupted run put down.</summary>
    public async Task ReadFreshAsync(GraphRead read, CancellationToken cancellation)
    {
        Begin([read]);
        read.Recorder = null;
        await FollowAsync(new(read, pipe.Endpoint), cancellation);
        End([read]);
    }

    /// <summary>
    /// Reads many questions; every one succeeds or fails by itself. Those that a service counts strictly are read one by one,
    /// the others twenty to a batch, or fewer while PIM is busy.
    /// </summary>
    public async Task ReadBatchedAsync(IEnumerable<GraphRead> reads, CancellationToken cancellation)
    {
        var all = reads.ToList();
        Begin(all);
        var open = all.Where(read => !journal.Replay(read)).ToLookup(IsSparse);
        End(all.Except(open[false]).Except(open[true]));

        var limits = new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            Chunks([.. open[false]]),
            limits,
            async (chunk, token) => await ReadChunkAsync(chunk, token)
        );
        foreach (var read in open[true])
        {
            await FollowAsync(new(read, pipe.Endpoint), cancellation);
            End([read]);
        }
    }

    private static bool IsSparse(GraphRead read) => RequestLoad.Of(read.Question.Address).IsSparse;

    private IEnumerable<GraphRead[]> Chunks(GraphRead[] reads)
    {
        for (var at = 0; at < reads.Length; )
        {
            var size = Math.Min(pipe.Resilience.Pim.BatchSize, reads.Length - at);
            yield return reads[at..(at + size)];
            at += size;
        }
    }

    private void Begin(IReadOnlyList<GraphRead> reads)
    {
        board.Expect(reads.Count);
        foreach (var read in reads)
        {
            read.StartedAt ??= pipe.Resilience.Now;
            read.Recorder = journal.Recorder;
        }
    }

    private void End(IEnumerable<GraphRead> reads)
    {
        foreach (var read in reads)
        {
            read.EndedAt = pipe.Resilience.Now;
            if (read.Failure is null)
                journal.Finish(read);
            board.Finish(read);
        }
    }

    private async Task ReadChunkAsync(GraphRead[] chunk, CancellationToken cancellation)
    {
        var trails = chunk.Select(read => new PageTrail(read, pipe.Endpoint)).ToList();
        await FollowTogetherAsync([.. trails], cancellation);
        foreach (var trail in trails)
            if (await RestartsAsync(trail, cancellation))
                await FollowAsync(trail, cancellation);
        End(chunk);
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
        do
        {
            while (trail.Next is { } address)
            {
                trail.Go(await pipe.ExchangeAsync(trail.Read, address, [RequestLoad.Of(address)], cancellation));
                board.Note(trail.Read);
            }
        } while (await RestartsAsync(trail, cancellation));
    }

    /// <returns>True when the list is to be read from its first page again.</returns>
    private async Task<bool> RestartsAsync(PageTrail trail, CancellationToken cancellation)
    {
        if (!trail.Read.MayGoWellAnew || RetryRules.NextRestart(trail.Read.Patience) is not { } wait)
            return false;
        if (!await pipe.WaitAsync(wait, cancellation))
            return false;

        trail.Restart();
        return true;
    }
}
