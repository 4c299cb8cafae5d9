using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>When the people on a path last signed in, and how they can prove who they are.</summary>
internal sealed class UseStep : ICollectionStep
{
    public string Says => "Reading sign-ins and registered methods";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var people = run.Pool.Of(ObjectKind.User);
        if (run.Wants(SnapshotParts.SignInActivity))
            await ReadSignInsAsync(run, people, cancellation);
        if (run.Wants(SnapshotParts.RegistrationDetails) && people.Count > 0)
            await ReadRegistrationsAsync(run, people, cancellation);
    }

    /// <summary>Where the first batch is turned away as a whole, for want of a right or a licence, so would be the others.</summary>
    private static async Task ReadSignInsAsync(
        CollectionRun run,
        IReadOnlyList<Guid> people,
        CancellationToken cancellation
    )
    {
        var reads = people.Select(id => (Id: id, Read: run.Use.SignIn(id))).ToList();
        var first = reads.Take(BatchExchange.Most).ToList();
        await run.Reader.ReadBatchedAsync(first.Select(one => one.Read), cancellation);
        foreach (var (id, read) in first)
            Keep(run, id, read);

        var rest = reads.Skip(BatchExchange.Most).ToList();
        if (first.TrueForAll(one => IsTurnedAway(one.Read)))
        {
            foreach (var (id, _) in rest)
                run.Ledger[SnapshotParts.SignInActivity].Gap(id.ToString("D"), first[0].Read.Failure!);
            return;
        }

        await run.Reader.ReadBatchedAsync(rest.Select(one => one.Read), cancellation);
        foreach (var (id, read) in rest)
            Keep(run, id, read);
    }

    private static bool IsTurnedAway(GraphRead read) =>
        read.Failure is { Reason: MissingReason.Permission or MissingReason.Licence };

    private static void Keep(CollectionRun run, Guid id, ObjectRead<UserSignInRow, SignInActivity> read)
    {
        if (run.Ledger.Settle(read, id))
            run.Rows.SignInActivities.Add(read.Value!);
    }

    /// <summary>Who is disabled is not in the report, so nobody waits for his row.</summary>
    private static async Task ReadRegistrationsAsync(
        CollectionRun run,
        IReadOnlyList<Guid> people,
        CancellationToken cancellation
    )
    {
        var wanted = people.ToHashSet();
        var awaited = wanted.Except(run.Rows.Users.Where(user => user.IsEnabled is false).Select(user => user.Id));
        var missing = awaited.ToHashSet();
        var read = run.Use.Registrations(wanted.Contains, missing.IsSubsetOf);
        await run.Reader.ReadAsync(read, cancellation);
        run.Keep(read, run.Rows.RegistrationDetails);
    }
}
