using PimAudit.Archive;
using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Where a snapshot comes to lie, and the folder beside it in which it grows.</summary>
/// <param name="path">Of the file to come.</param>
internal sealed class SnapshotPlace(string path)
{
    public string Path => path;

    public string Work => path + Run.WorkEnding;

    /// <summary>
    /// Puts the snapshot in its place. It is written whole into the folder first, so that a process that dies leaves
    /// nothing beside it.
    /// </summary>
    public async Task<ArchivedSnapshot> KeepAsync(Collection collected, CancellationToken cancellation)
    {
        var hash = await SnapshotFile.HashAsync(collected.Snapshot, cancellation);
        collected.Journal?.Announce(hash);
        await SnapshotFile.WriteAsync(
            collected.Snapshot,
            path,
            collected.Journal?.Beside("snapshot.tmp"),
            cancellation
        );
        collected.Complete();
        return new(collected.Snapshot, hash);
    }

    /// <summary>A process that died between putting the snapshot in its place and clearing up left only that to do.</summary>
    /// <returns>The snapshot; null when there is something left to collect.</returns>
    public async Task<ArchivedSnapshot?> FinishAsync(CancellationToken cancellation)
    {
        if (!CollectionJournal.Exists(Work) || !File.Exists(path))
            return null;

        using var journal = CollectionJournal.Open(Work);
        if (journal.SnapshotHash is not { } announced)
            return null;
        var kept = await SnapshotFile.ReadAsync(path, cancellation);
        if (!string.Equals(kept.Hash, announced, StringComparison.Ordinal))
            return null;

        journal.Complete();
        return kept;
    }
}
