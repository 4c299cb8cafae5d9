using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// Drops rows that do not hold at TakenAt, and reads once more what only one of two lists showed: replicas lag, so only
/// what is still there counts.
/// </summary>
internal sealed class SecondLookStep : ICollectionStep
{
    public string Says => "Comparing the lists";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var roles = new DoubtfulRoles(run);
        var groups = new DoubtfulMembers(run);
        await run.Reader.ReadBatchedAsync(roles.Reads.Concat(groups.Reads), cancellation);
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
