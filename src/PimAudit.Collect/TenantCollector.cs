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
        using var session = await CollectionSession.BeginAsync(
            connection,
            options,
            time,
            cancellationToken,
            progress,
            journal
        );
        return await session.CollectAsync(Steps, cancellationToken);
    }
}
