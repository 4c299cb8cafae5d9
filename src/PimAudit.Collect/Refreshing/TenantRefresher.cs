using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads again what a question touches, and puts it in the place of what a snapshot holds of it.</summary>
/// <remarks>The steps, the requests and the way to Graph are those of a collection. The snapshot itself stays as it was.</remarks>
public sealed class TenantRefresher(GraphConnection connection, CollectionOptions options, TimeProvider time)
{
    /// <summary>Last use, reviews, applications and beta are nothing that a question about access rests on.</summary>
    private static readonly CollectionScope AccessOnly = new()
    {
        Audit = null,
        SignIn = false,
        Registration = false,
    };

    /// <exception cref="SignInFailedException">No token, or Graph did not accept it.</exception>
    /// <exception cref="GraphUnreachableException">Nobody answered the first requests.</exception>
    /// <exception cref="OtherTenantException">The tenant of the snapshot is not the one that answers, or nothing tells which one does.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<Refreshed> RefreshAsync(
        TenantSnapshot old,
        Touched touched,
        IProgress<CollectionProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var session = await CollectionSession.BeginAsync(
            connection,
            options with
            {
                Tenant = old.Tenant.Id,
                EmergencyAccounts = [],
                Scope = AccessOnly,
            },
            time,
            cancellationToken,
            progress
        );
        var step = new TouchedStep(touched, old);
        var read = await CollectAsync(session, step, old, cancellationToken);
        return new(
            Replacement.In(old, read, session.Run, step),
            FreshnessOf(old, read, session.Run, step),
            read.Collection
        );
    }

    private static async Task<TenantSnapshot> CollectAsync(
        CollectionSession session,
        TouchedStep step,
        TenantSnapshot old,
        CancellationToken cancellation
    )
    {
        try
        {
            return await session.CollectAsync(
                [new OrganizationStep(), new ConfirmedTenantStep(), step, new PeopleStep(), new SecondLookStep()],
                cancellation
            );
        }
        catch (WrongTenantException wrong)
        {
            throw new OtherTenantException(old.Tenant.Id, wrong.Seen);
        }
    }

    private static Freshness FreshnessOf(TenantSnapshot old, TenantSnapshot read, CollectionRun run, TouchedStep step)
    {
        var blind = PartScopes
            .PerGroup.SelectMany(part => read.Collection[part].Gaps)
            .Select(gap => gap.ObjectId)
            .ToHashSet(StringComparer.Ordinal);
        return new(
            old.TakenAt,
            read.TakenAt,
            step.ReadsAllHolders ? null : step.Roles.Count,
            run.AskedGroups.Count(id => !blind.Contains(id.ToString("D"))),
            read.Users.Length,
            read.ServicePrincipals.Length,
            read.Collection.Requests
        );
    }

    /// <summary>Rows of two tenants must never stand side by side, so an unconfirmed one is not enough.</summary>
    private sealed class ConfirmedTenantStep : ICollectionStep
    {
        public string Says => "Comparing the tenant with the snapshot's";

        public Task CollectAsync(CollectionRun run, CancellationToken cancellation) =>
            run.Claims.Tenant is null && run.Ledger[SnapshotParts.Organization].HasFailed
                ? throw new OtherTenantException(run.Options.Tenant!.Value, seen: null)
                : Task.CompletedTask;
    }
}
