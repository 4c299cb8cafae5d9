using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// Which of the groups that PIM manages are still there: PIM goes on listing deleted ones, which nobody holds a role
/// through, so they are counted and not looked up any further.
/// </summary>
internal static class PimGroupCandidates
{
    public static async Task FindAsync(CollectionRun run, CancellationToken cancellation)
    {
        var gone = 0;
        var open = run
            .Rows.PimGroups.Select(group => group.GroupId)
            .Distinct()
            .Where(id => run.Pool.KindOf(id) is not ObjectKind.Group)
            .Order();
        foreach (var ids in open.Chunk(PrincipalReads.MostKinds))
            gone += await FindAsync(run, ids, cancellation);

        if (gone > 0)
            run.Ledger.Notes.Add($"PIM lists {Say.Count(gone, "group")} that the directory does not have any more.");
    }

    /// <returns>How many are not there.</returns>
    private static async Task<int> FindAsync(CollectionRun run, Guid[] ids, CancellationToken cancellation)
    {
        var read = run.Principals.Kinds(ids);
        await run.Reader.ReadAsync(read, cancellation);
        run.Ledger[SnapshotParts.Principals].Count(read);
        if (read.Failure is not null)
            return await FindByListAsync(run, ids, cancellation);

        return Touch(run, ids, read.Rows.Where(row => row.Kind is ObjectKind.Group).Select(row => row.Id));
    }

    /// <summary>Without <c>getByIds</c> the list of groups is asked. What it did not tell is a gap.</summary>
    private static async Task<int> FindByListAsync(CollectionRun run, Guid[] ids, CancellationToken cancellation)
    {
        var asked = ids.Chunk(PrincipalReads.MostDetails)
            .Select(some => (Ids: some, Read: run.Principals.Groups(some)))
            .ToList();
        await run.Reader.ReadBatchedAsync(asked.Select(one => one.Read), cancellation);

        var gone = 0;
        foreach (var (some, read) in asked)
        {
            run.Ledger[SnapshotParts.Principals].Count(read);
            if (read.Failure is null)
                gone += Touch(run, some, read.Rows.Select(group => group.Id));
            else
                foreach (var id in some)
                    run.Ledger[SnapshotParts.PimGroups].Gap(id.ToString("D"), read.Failure);
        }

        return gone;
    }

    private static int Touch(CollectionRun run, Guid[] ids, IEnumerable<Guid> there)
    {
        var groups = there.ToHashSet();
        foreach (var id in ids.Where(groups.Contains))
            run.Pool.Touch(id, ObjectKind.Group);
        return ids.Count(id => !groups.Contains(id));
    }
}
