using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// Drops rows that do not hold at TakenAt, and reads once more what only one of two lists showed: replicas lag, so only
/// what is still there counts. What became of deleted objects is asked in the same breath.
/// </summary>
internal sealed class SecondLookStep : ICollectionStep
{
    public string Says => "Comparing the lists and looking up deleted objects";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var roles = new DoubtfulRoles(run);
        var groups = new DoubtfulMembers(run);
        var deleted = new DeletedItems(run);
        await run.Reader.ReadBatchedAsync([.. roles.Reads, .. groups.Reads, .. deleted.Reads], cancellation);
        deleted.Settle();
        roles.Settle();
        groups.Settle();

        DropOthers(
            run,
            SnapshotParts.EligibleAssignments,
            run.Rows.EligibleAssignments,
            row => (row.StartsAt, row.EndsAt)
        );
        DropOthers(
            run,
            SnapshotParts.GroupEligibilities,
            run.Rows.GroupEligibilities,
            row => (row.StartsAt, row.EndsAt)
        );
        DropOthers(run, SnapshotParts.GroupAssignments, run.Rows.GroupAssignments, row => (row.StartsAt, row.EndsAt));
    }

    private static void DropOthers<TRow>(
        CollectionRun run,
        SnapshotParts part,
        List<TRow> rows,
        Func<TRow, (DateTimeOffset? StartsAt, DateTimeOffset? EndsAt)> validity
    ) =>
        run.Ledger[part].Dropped += rows.RemoveAll(row =>
        {
            var (startsAt, endsAt) = validity(row);
            return !Validity.HoldsAt(run.TakenAt, startsAt, endsAt);
        });
}
