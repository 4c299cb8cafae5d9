using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary>
/// Takes up runs that were written and never recorded, because the process died or the database did not answer: those whose
/// manifest continues where the history ends.
/// </summary>
internal sealed class RunAdoption(HistoryDatabase history, Run run)
{
    public async Task TakeUpAsync(Guid tenant, CancellationToken cancellation)
    {
        var folders = Folders(tenant);
        if (folders.Count == 0)
            return;

        var known = (await history.ListAsync(new(tenant), cancellation))
            .Select(one => one.ManifestHash)
            .ToHashSet(StringComparer.Ordinal);
        folders.RemoveAll(one => known.Contains(one.Hash));
        var newest = await history.NewestAsync(tenant, cancellation);
        while (folders.FindAll(one => one.Previous == newest?.ManifestHash) is [var next])
        {
            folders.Remove(next);
            newest = await TakeUpAsync(next.Folder, newest, cancellation);
            if (newest is null)
                return;
        }
    }

    /// <summary>Nobody was told of it yet, so it is told now, beside the run before it.</summary>
    /// <returns>Null where it cannot be taken up.</returns>
    private async Task<PastRun?> TakeUpAsync(string folder, PastRun? before, CancellationToken cancellation)
    {
        try
        {
            var found = run with
            {
                Slot = ToRecord.ManifestIn(folder)?.Manifest.Slot,
                History = await BesideAsync(before, cancellation),
            };
            var taken = await history.RecordAsync(await ToRecord.ReadAsync(folder, found, cancellation), cancellation);
            run.Surroundings.Error.WriteLine(
                $"Note: the run in {Printable.Of(folder)} was not in the history; it is now."
            );
            return taken;
        }
        catch (Exception error) when (error is ArchiveException or HistoryException)
        {
            run.Surroundings.Error.WriteLine(
                $"Note: the run in {Printable.Of(folder)} is not in the history, and cannot be taken up: "
                    + Printable.Of(error.Message.Split('\n')[1])
            );
            return null;
        }
    }

    private async Task<EarlierHistory?> BesideAsync(PastRun? before, CancellationToken cancellation)
    {
        if (before is not { HasResult: true })
            return null;
        var result = await history.ResultAsync(before, cancellation);
        return new([], new(result.Result, result.Hash), ImmutableSortedDictionary<string, DateTimeOffset>.Empty);
    }

    /// <summary>The folders beside the one that this run will write, of the same tenant.</summary>
    private List<(string Folder, string? Previous, string Hash)> Folders(Guid tenant)
    {
        var root = Path.GetFullPath(
            Path.Combine(run.Settings.OutputFolder, run.TenantFolder ?? tenant.ToString("D")),
            run.Surroundings.Folder
        );
        return Directory.Exists(root)
            ?
            [
                .. Directory
                    .EnumerateDirectories(root)
                    .Order(StringComparer.Ordinal)
                    .Select(folder => (Folder: folder, Found: ToRecord.ManifestIn(folder)))
                    .Where(one => one.Found?.Manifest.Tenant == tenant)
                    .Select(one => (one.Folder, one.Found!.Value.Manifest.Previous, one.Found.Value.Hash)),
            ]
            : [];
    }
}
