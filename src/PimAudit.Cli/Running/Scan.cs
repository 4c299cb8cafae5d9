using PimAudit.Archive;
using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>A whole run on one tenant: collect, judge, write. Of one that a person started, of a fleet, of a schedule.</summary>
internal static class Scan
{
    /// <exception cref="Failure">Something stands in the way of the run.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing half-written is left behind.</exception>
    public static async Task<Publication> RunAsync(Run run, CancellationToken cancellation)
    {
        Publication.RefuseTaken(run);
        run = await RunInputs.LoadAsync(run, cancellation);
        await using var recorder = await RunRecorder.OpenAsync(run, cancellation);
        if (await recorder.FinishedAsync(run, cancellation) is { } finished)
            return finished;
        using var collected = await CollectAsync(run, cancellation);
        if (run.NeedsEvidence)
            NoEvidence.Refuse(collected);
        var seen = run.Demo ? await SnapshotFile.HashAsync(collected.Snapshot, cancellation) : null;
        run = await recorder.BeforeAsync(run, collected.Snapshot, seen, cancellation);
        var publication = await Publication.OfScanAsync(run, collected.Snapshot, cancellation);
        collected.Complete();
        publication = publication with { Notices = Notices.Of(run, publication.Result) };
        await recorder.RecordAsync(run, publication, cancellation);
        return publication;
    }

    private static async Task<Collection> CollectAsync(Run run, CancellationToken cancellation)
    {
        try
        {
            return await Collection.RunAsync(run, run.WorkFolder, cancellation);
        }
        catch (WrongTenantException other) when (run.Settings.Tenant is null)
        {
            RunInputs.RefuseOther(run, other.Seen);
            throw;
        }
    }
}
