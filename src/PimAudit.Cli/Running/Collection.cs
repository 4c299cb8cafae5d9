using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What was read of a tenant, and the folder in which it was put down until it is kept for good.</summary>
/// <param name="Journal">Null for the sample tenant, which is read again in a second.</param>
internal sealed record Collection(TenantSnapshot Snapshot, CollectionJournal? Journal) : IDisposable
{
    /// <summary>Reads the tenant and says meanwhile how far it is.</summary>
    /// <param name="work">The folder in which an interrupted collection lies, or is put down.</param>
    /// <exception cref="Failure">Another process collects there, or nobody said how to sign in.</exception>
    public static async Task<Collection> RunAsync(Run run, string work, CancellationToken cancellation)
    {
        var journal = run.Demo ? null : Open(run, work);
        try
        {
            using var progress = new Progress(run.Surroundings, run.Quiet);
            await using var tenant = await OpenTenant.OpenAsync(run.Settings, run.Demo, run.Surroundings, cancellation);
            return new(await tenant.CollectAsync(run, journal, progress, cancellation), journal);
        }
        catch
        {
            Leave(run, journal);
            throw;
        }
    }

    /// <summary>What was read lies where it belongs: the folder goes.</summary>
    public void Complete() => Journal?.Complete();

    public void Dispose() => Journal?.Dispose();

    private static CollectionJournal Open(Run run, string work)
    {
        try
        {
            if (!run.Resume)
                Discard(run, work);
            var journal = CollectionJournal.Open(work);
            if (run.Resume && !run.Quiet)
                run.Surroundings.Error.WriteLine(
                    journal.BeganAt is { } began
                        ? $"Going on with the collection of {Say.Moment(began)}."
                        : "There is no interrupted collection to resume; this one begins anew."
                );
            return journal;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Failure(
                ExitCode.Internal,
                $"Cannot use the folder {work}.",
                error.Message,
                "Nothing was read and nothing was written.",
                "Wait until the other collection has ended, or name another place with --out."
            );
        }
    }

    private static void Discard(Run run, string work)
    {
        if (!CollectionJournal.Exists(work))
            return;

        CollectionJournal.Discard(work);
        if (!run.Quiet)
            run.Surroundings.Error.WriteLine(
                "An interrupted collection was discarded; --resume would have gone on with it."
            );
    }

    /// <summary>A collection that read something can be resumed; one that read nothing leaves nothing.</summary>
    private static void Leave(Run run, CollectionJournal? journal)
    {
        if (journal is null)
            return;
        if (!journal.HasPages)
        {
            journal.Abandon();
            return;
        }

        journal.Dispose();
        if (!run.Quiet)
            foreach (
                var line in FailurePrinter.Wrap(
                    $"What was read is kept in {Printable.Of(journal.Folder)}: --resume goes on from there.",
                    run.Surroundings.ErrorWidth - 1
                )
            )
                run.Surroundings.Error.WriteLine(line);
    }
}
