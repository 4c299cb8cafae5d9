using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads a tenant over Microsoft Graph into a snapshot.</summary>
/// <param name="connection">The one way to Graph.</param>
/// <param name="time">The clock: TakenAt, and every wait.</param>
/// <remarks>A part that is refused, unlicensed or broken is recorded as missing, and the collection goes on.</remarks>
public sealed class TenantCollector(GraphConnection connection, CollectionOptions options, TimeProvider time)
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
    ];

    /// <exception cref="SignInFailedException">No token, or Graph did not accept it.</exception>
    /// <exception cref="GraphUnreachableException">Nobody answered the first requests.</exception>
    /// <exception cref="WrongTenantException">Another tenant than the configured one answered.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<TenantSnapshot> CollectAsync(
        IProgress<CollectionProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var retry = new RetryPolicy(time, options.MaxThrottleWait);
        var claims = await connection.ReadClaimsAsync(cancellationToken);
        var run = new CollectionRun(connection, options, retry, claims);
        foreach (var (at, step) in Steps.Index())
        {
            progress?.Report(
                new(
                    step.Says,
                    at + 1,
                    Steps.Length,
                    Done: 0,
                    Total: 0,
                    Rows: 0,
                    connection.Calls,
                    TimeSpan.Zero,
                    retry.Now - run.TakenAt
                )
            );
            await step.CollectAsync(run, cancellationToken);
        }

        return SnapshotMaker.Make(run, Record(run, retry));
    }

    private CollectionRecord Record(CollectionRun run, RetryPolicy retry)
    {
        SnapshotMaker.CountRows(run);
        return new(
            run.Claims.Identity,
            run.Claims.Permissions,
            connection.Endpoint.Origin,
            options.ToolVersion,
            run.TakenAt,
            retry.Now.ToUniversalTime(),
            [.. run.Ledger.Notes],
            run.Ledger.Records
        );
    }
}
