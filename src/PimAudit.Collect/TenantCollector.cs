using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads a tenant over Microsoft Graph into a snapshot.</summary>
/// <param name="connection">The one way to Graph.</param>
/// <param name="time">The clock: TakenAt, and every wait.</param>
/// <param name="journal">Where it puts down what it reads, and from where it goes on; null to keep everything in memory.</param>
/// <remarks>A part that is refused, unlicensed or broken is recorded as missing, and the collection goes on.</remarks>
public sealed class TenantCollector(
    GraphConnection connection,
    CollectionOptions options,
    TimeProvider time,
    CollectionJournal? journal = null
)
{
    private static readonly ImmutableArray<ICollectionStep> Steps =
    [
        new OrganizationStep(),
        new TenantListsStep(),
        new RoleSettingsStep(),
        new BetaStep(),
        new GroupsStep(),
        new WorkloadsStep(),
        new PeopleStep(),
        new UseStep(),
        new SecondLookStep(),
        new AuditLogStep(),
    ];

    /// <exception cref="SignInFailedException">No token, or Graph did not accept it.</exception>
    /// <exception cref="GraphUnreachableException">Nobody answered the first requests.</exception>
    /// <exception cref="WrongTenantException">Another tenant than the configured one answered.</exception>
    /// <exception cref="JournalMismatchException">What was interrupted cannot go on as this collection.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<TenantSnapshot> CollectAsync(
        IProgress<CollectionProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var claims = await connection.ReadClaimsAsync(cancellationToken);
        var header = JournalHeader.Of(connection.Endpoint, claims, options, time.GetUtcNow());
        var takenAt = journal?.Begin(header) ?? header.TakenAt;

        var resilience = new GraphResilience(time, options.MaxThrottleWait, options.IsPaced ? new Pacer(time) : null);
        using var limit = new RunLimit(options.Timeout, time);
        var board = new ProgressBoard(progress, connection, resilience.Rules, time);
        var reader = new GraphReader(new(connection, resilience, limit), new(journal), board);
        var run = new CollectionRun(connection, options, claims, reader, takenAt, journal);
        foreach (var (at, step) in Steps.Index())
        {
            board.Begin(step.Says, at + 1, Steps.Length);
            await step.CollectAsync(run, cancellationToken);
        }

        SnapshotMaker.CountRows(run);
        return SnapshotMaker.Make(run, Record(run, time.GetUtcNow().ToUniversalTime()));
    }

    private CollectionRecord Record(CollectionRun run, DateTimeOffset endedAt) =>
        new(
            run.Claims.Identity,
            run.Claims.Permissions,
            connection.Endpoint.Origin,
            options.ToolVersion,
            run.TakenAt,
            endedAt,
            [.. run.Ledger.Notes],
            run.Ledger.Records
        );
}
