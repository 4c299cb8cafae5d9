using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>What became of ids that assignments name and the directory no longer knows.</summary>
internal sealed class DeletedItems(CollectionRun run)
{
    private readonly List<(Guid Id, ObjectRead<DirectoryObjectRow, DeletedObject> Read)> absent =
    [
        .. run.Pool.Absent.Select(id => (id, run.Principals.DeletedItem(id))),
    ];

    public IEnumerable<GraphRead> Reads => absent.Select(one => one.Read);

    /// <summary>404 is an answer: purged, or of another tenant.</summary>
    public void Settle()
    {
        foreach (var (id, read) in absent)
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
