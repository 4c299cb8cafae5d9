using PimAudit.Archive;
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
        var end = (await history.NewestAsync(tenant, cancellation))?.ManifestHash;
        while (folders.FindAll(one => one.Previous == end) is [var next])
        {
            folders.Remove(next);
            if (!await TakeUpAsync(next.Folder, cancellation))
                return;
            end = next.Hash;
        }
    }

    private async Task<bool> TakeUpAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            await history.RecordAsync(await ToRecord.ReadAsync(folder, run, slot: null, cancellation), cancellation);
            run.Surroundings.Error.WriteLine(
                $"Note: the run in {Printable.Of(folder)} was not in the history; it is now."
            );
            return true;
        }
        catch (Exception error) when (error is ArchiveException or HistoryException)
        {
            run.Surroundings.Error.WriteLine(
                $"Note: the run in {Printable.Of(folder)} is not in the history, and cannot be taken up: "
                    + Printable.Of(error.Message.Split('\n')[1])
            );
            return false;
        }
    }

    /// <summary>The folders beside the one that this run will write, of the same tenant.</summary>
    private List<(string Folder, string? Previous, string Hash)> Folders(Guid tenant)
    {
        var root = Path.GetFullPath(
            Path.Combine(run.Settings.OutputFolder, tenant.ToString("D")),
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
