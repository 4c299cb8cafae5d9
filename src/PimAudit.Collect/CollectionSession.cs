using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>One use of a connection, with all that its steps share.</summary>
internal sealed class CollectionSession : IDisposable
{
    private readonly GraphConnection connection;
    private readonly TimeProvider time;
    private readonly RunLimit limit;

    private CollectionSession(
        GraphConnection connection,
        CollectionOptions options,
        TokenClaims claims,
        TimeProvider time,
        IProgress<CollectionProgress>? progress,
        CollectionJournal? journal
    )
    {
        this.connection = connection;
        this.time = time;
        limit = new(options.Timeout, time);
        var header = JournalHeader.Of(connection.Endpoint, claims, options, time.GetUtcNow());
        var takenAt = journal?.Begin(header) ?? header.TakenAt;
        var resilience = new GraphResilience(time, options.MaxThrottleWait, options.IsPaced ? new Pacer(time) : null);
        Pipe = new(connection, resilience, limit);
        Board = new(progress, connection, resilience.Rules, time);
        Run = new(connection, options, claims, new(Pipe, new(journal), Board), takenAt, journal);
    }

    public GraphPipe Pipe { get; }
    public ProgressBoard Board { get; }
    public CollectionRun Run { get; }

    /// <param name="progress">Null: nobody watches.</param>
    /// <param name="journal">Null: nothing is put down, and nothing can be resumed.</param>
    /// <exception cref="SignInFailedException">No token could be had.</exception>
    /// <exception cref="JournalMismatchException">What was interrupted cannot go on as this collection.</exception>
    public static async Task<CollectionSession> BeginAsync(
        GraphConnection connection,
        CollectionOptions options,
        TimeProvider time,
        CancellationToken cancellation,
        IProgress<CollectionProgress>? progress = null,
        CollectionJournal? journal = null
    ) => new(connection, options, await connection.ReadClaimsAsync(cancellation), time, progress, journal);

    /// <summary>Does one step after the other, and makes a snapshot of what came.</summary>
    public async Task<TenantSnapshot> CollectAsync(IReadOnlyList<ICollectionStep> steps, CancellationToken cancellation)
    {
        foreach (var (at, step) in steps.Index())
        {
            Board.Begin(step.Says, at + 1, steps.Count);
            await step.CollectAsync(Run, cancellation);
        }

        SnapshotMaker.CountRows(Run);
        return SnapshotMaker.Make(Run, Record());
    }

    public void Dispose() => limit.Dispose();

    private CollectionRecord Record() =>
        new(
            Run.Claims.Identity,
            Run.Claims.Permissions,
            connection.Endpoint.Origin,
            Run.Options.ToolVersion,
            Run.TakenAt,
            time.GetUtcNow().ToUniversalTime(),
            [.. Run.Ledger.Notes],
            Run.Ledger.Records
        );
}
