using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>What became of ids that assignments name and the directory no longer knows.</summary>
internal sealed class DeletedItemsStep : ICollectionStep
{
    public string Says => "Looking up deleted objects";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var reads = run.Pool.Absent.Select(id => (Id: id, Read: run.Principals.DeletedItem(id))).ToList();
        await run.Reader.ReadBatchedAsync(reads.Select(one => one.Read), cancellation);
        foreach (var (id, read) in reads)
            Settle(run, id, read);
    }

    /// <summary>404 is an answer: purged, or of another tenant.</summary>
    private static void Settle(CollectionRun run, Guid id, ObjectRead<DirectoryObjectRow, DeletedObject> read)
    {
        if (read.Failure is { IsNotFound: true })
        {
            var meter = run.Ledger[SnapshotParts.DeletedItems];
            meter.Count(read);
            meter.Answer();
            run.Rows.UnresolvedObjects.Add(new(id));
        }
        else if (run.Ledger.Settle(read, id))
            run.Rows.DeletedObjects.Add(read.Value!);
    }
}
