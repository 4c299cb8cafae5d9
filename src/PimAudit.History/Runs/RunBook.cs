using Microsoft.EntityFrameworkCore;
using PimAudit.Archive;

namespace PimAudit.History;

/// <summary>Records runs, each whole or not at all.</summary>
internal sealed class RunBook(HistoryStore store, TimeProvider time)
{
    private const string SnapshotName = "snapshot.pimsnap";

    public async Task<PastRun> RecordAsync(RunToRecord run, CancellationToken cancellation)
    {
        var manifest = RunCheck.ManifestOf(run);
        var packed = Packed.Of(run.ResultFile.Span);
        try
        {
            return await store.UseAsync(
                $"The run {manifest.RunId} was not recorded.",
                history => RecordAsync(history, run, manifest, packed, cancellation)
            );
        }
        catch (HistoryException error) when (Troubles.IsTwin(error))
        {
            throw RunOrder.Overtaken(manifest.RunId, "Another process recorded a run of this tenant meanwhile", error);
        }
    }

    private async Task<PastRun> RecordAsync(
        HistoryContext history,
        RunToRecord run,
        RunManifest manifest,
        byte[] packed,
        CancellationToken cancellation
    )
    {
        var hash = RunCheck.HashOf(run.Manifest);
        await history.BeginRecordingAsync(manifest.Tenant, cancellation);
        if (await history.Runs.SingleOrDefaultAsync(row => row.ManifestHash == hash, cancellation) is { } known)
            return await CompleteAsync(history, known, run, cancellation);
        if (await RunOrder.WrittenAgainAsync(history, run, manifest, cancellation) is { } again)
            return await RewriteAsync(history, again, run, manifest, cancellation);
        await RunOrder.RefuseAsync(history, run, manifest, cancellation);

        var row = Rows.Of(run, manifest, hash, time.GetUtcNow());
        history.Runs.Add(row);
        await history.SaveChangesAsync(cancellation);
        history.Results.Add(new() { Number = row.Number, Brotli = packed });
        history.Manifests.Add(new() { Number = row.Number, Json = run.Manifest.ToArray() });
        await NoteSnapshotAsync(history, run, manifest, cancellation);
        await FindingBook.NoteAsync(history, run.Result, cancellation);
        await history.SaveChangesAsync(cancellation);
        if (run.Slot is { } slot)
            await SlotBook.EndAsync(history, manifest.Tenant, slot, row.Number, cancellation);
        await Outbox.AddAsync(history, run.Messages, row.Number, time.GetUtcNow(), cancellation);
        await history.Database.CommitTransactionAsync(cancellation);
        return Rows.ToPast(row);
    }

    /// <summary>Another process may have taken the run up from its folder, without knowing its slot and its messages.</summary>
    private async Task<PastRun> CompleteAsync(
        HistoryContext history,
        RunRow known,
        RunToRecord run,
        CancellationToken cancellation
    )
    {
        if (known.Slot is null && run.Slot is { } slot)
        {
            known.Slot = slot;
            await history.SaveChangesAsync(cancellation);
            await SlotBook.EndAsync(history, known.Tenant, slot, known.Number, cancellation);
        }

        await Outbox.AddAsync(history, run.Messages, known.Number, time.GetUtcNow(), cancellation);
        await history.Database.CommitTransactionAsync(cancellation);
        return Rows.ToPast(known);
    }

    /// <summary>Further reports were written beside the same result: the manifest names them too.</summary>
    private async Task<PastRun> RewriteAsync(
        HistoryContext history,
        RunRow known,
        RunToRecord run,
        RunManifest manifest,
        CancellationToken cancellation
    )
    {
        known.ManifestHash = RunCheck.HashOf(run.Manifest);
        (known.StartedAt, known.EndedAt, known.Folder) = (manifest.StartedAt, manifest.EndedAt, run.Folder);
        (await history.Manifests.SingleAsync(row => row.Number == known.Number, cancellation)).Json =
            run.Manifest.ToArray();
        await history.SaveChangesAsync(cancellation);
        return await CompleteAsync(history, known, run, cancellation);
    }

    private static async Task NoteSnapshotAsync(
        HistoryContext history,
        RunToRecord run,
        RunManifest manifest,
        CancellationToken cancellation
    )
    {
        var known = await history.Snapshots.FindAsync([manifest.Tenant, manifest.SnapshotHash], cancellation);
        if (known is null)
        {
            known = new()
            {
                Tenant = manifest.Tenant,
                Hash = manifest.SnapshotHash,
                TakenAt = run.Trend.TakenAt,
            };
            history.Snapshots.Add(known);
        }

        if (manifest.Files.Any(file => file.Name is SnapshotName))
            known.Path = Path.Combine(run.Folder, SnapshotName);
    }
}
