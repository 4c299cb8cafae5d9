using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Ties a run to the history: what it is compared with before, and that it is recorded after.</summary>
internal sealed class RunRecorder : IAsyncDisposable
{
    private readonly HistoryDatabase? history;

    /// <summary>Whose folders were looked through already: a run that begins meanwhile is recorded by its own process.</summary>
    private Guid? takenUp;

    private RunRecorder(HistoryDatabase? history) => this.history = history;

    /// <summary>Opens the history, before anything is read from a tenant. Without one the recorder does nothing.</summary>
    /// <exception cref="HistoryException">It cannot be used.</exception>
    public static async Task<RunRecorder> OpenAsync(Run run, CancellationToken cancellation)
    {
        if (
            run.Demo
            && run.Settings.History is null
            && run.Surroundings.Variable("PIMAUDIT_HISTORY") is { Length: > 0 }
        )
            run.Surroundings.Error.WriteLine("Note: a run on the sample tenant is not recorded in the history.");
        if (run.RedactionKey is not null && run.Settings.History is not null)
        {
            run.Surroundings.Error.WriteLine("Note: a redacted run is not recorded in the history.");
            return new(history: null);
        }

        return new(await HistoryAccess.OpenAsync(run.Settings, run.Surroundings, cancellation));
    }

    /// <summary>
    /// What a node that died had finished for the same time of the schedule, though nobody recorded it: it is taken up, and need
    /// not be scanned again.
    /// </summary>
    /// <returns>Null where there is nothing of the kind.</returns>
    public async Task<Publication?> FinishedAsync(Run run, CancellationToken cancellation)
    {
        if (history is null || run is not { Slot: { } slot, ExpectedTenant: { } tenant })
            return null;

        await TakeUpAsync(history, run, tenant, cancellation);
        var past = await history.ListAsync(new(tenant, Since: slot), cancellation);
        if (past.FirstOrDefault(one => one.Slot == slot && one.HasResult) is not { } done)
            return null;
        var result = await history.ResultAsync(done, cancellation);
        return new(result.Result, done.Folder, [])
        {
            ResultHash = result.Hash,
            Manifest = await history.ManifestAsync(done, cancellation),
        };
    }

    /// <summary>
    /// The run with what the history knows of its tenant. Runs that were written and not recorded are taken up first.
    /// </summary>
    /// <param name="snapshotHash">Of a snapshot that may have been judged before, and is not compared with itself; null for a fresh one.</param>
    public async Task<Run> BeforeAsync(
        Run run,
        TenantSnapshot snapshot,
        string? snapshotHash,
        CancellationToken cancellation
    )
    {
        if (history is null)
            return run;

        var tenant = snapshot.Tenant.Id;
        await TakeUpAsync(history, run, tenant, cancellation);
        var before = await history.ListAsync(new(tenant, Until: snapshot.TakenAt.AddTicks(1)), cancellation);
        var others = before.Where(one => one.SnapshotHash != snapshotHash).ToImmutableArray();
        var newest = await history.NewestAsync(tenant, cancellation);
        run = await ReviewKeeping.FoundAsync(history, run, snapshot, cancellation);
        return run with
        {
            PreviousManifest = newest?.ManifestHash,
            History = await PastOfTenant.BeforeAsync(history, others, snapshot, cancellation),
        };
    }

    /// <summary>Once, because each manifest beside the run is read for it.</summary>
    private async Task TakeUpAsync(HistoryDatabase known, Run run, Guid tenant, CancellationToken cancellation)
    {
        if (takenUp == tenant)
            return;
        await new RunAdoption(known, run).TakeUpAsync(tenant, cancellation);
        takenUp = tenant;
    }

    /// <summary>Records what was published, with its slot and its messages.</summary>
    /// <exception cref="HistoryException">It could not; the files lie in their place.</exception>
    public async Task RecordAsync(Run run, Publication publication, CancellationToken cancellation)
    {
        if (history is null)
            return;
        try
        {
            await history.RecordAsync(await ToRecord.OfAsync(publication, run.Slot, cancellation), cancellation);
            await ReviewKeeping.KeepAsync(history, run, cancellation);
        }
        catch (Exception error) when (error is HistoryException or ArchiveException)
        {
            run.Surroundings.Error.WriteLine(
                $"The files of this run lie in {Printable.Of(publication.Folder)}, but the history does not have it."
            );
            throw;
        }
    }

    public ValueTask DisposeAsync() => history?.DisposeAsync() ?? ValueTask.CompletedTask;
}
