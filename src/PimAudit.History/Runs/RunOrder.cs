using Microsoft.EntityFrameworkCore;
using PimAudit.Archive;

namespace PimAudit.History;

/// <summary>Which run may follow which: a history is a chain without branches, and a time of a schedule has one run.</summary>
internal static class RunOrder
{
    /// <summary>
    /// The newest run of the tenant, where this is that very run: the same result after the same run, in a folder that got further
    /// reports since.
    /// </summary>
    /// <returns>Tracked; null where this is another run.</returns>
    public static async Task<RunRow?> WrittenAgainAsync(
        HistoryContext history,
        RunToRecord run,
        RunManifest manifest,
        CancellationToken cancellation
    ) =>
        await RunReader.Newest(history, manifest.Tenant).AsTracking().FirstOrDefaultAsync(cancellation) is { } newest
        && newest.HasResult
        && newest.RunId == manifest.RunId
        && newest.Previous == (manifest.Previous ?? "")
        && newest.ResultHash == RunCheck.HashOf(run.ResultFile)
            ? newest
            : null;

    /// <summary>The first run of a tenant may continue a chain that is older than the history.</summary>
    /// <exception cref="HistoryException">Another run stands where this one would.</exception>
    public static async Task RefuseAsync(
        HistoryContext history,
        RunToRecord run,
        RunManifest manifest,
        CancellationToken cancellation
    )
    {
        var newest = await RunReader.Newest(history, manifest.Tenant).FirstOrDefaultAsync(cancellation);
        if (newest is not null && newest.ManifestHash != manifest.Previous)
            throw Overtaken(
                manifest.RunId,
                $"Run {newest.Number} of this tenant, {newest.RunId}, was recorded meanwhile"
            );
        if (
            run.Slot is { } slot
            && await history.Runs.AnyAsync(row => row.Tenant == manifest.Tenant && row.Slot == slot, cancellation)
        )
            throw RunCheck.NotRecorded(
                manifest.RunId,
                $"Another run is recorded for its time of the schedule, {UtcText.Write(slot)}."
            );
    }

    /// <param name="seen">Which run was faster: the beginning of a sentence.</param>
    public static HistoryException Overtaken(string runId, string seen, Exception? cause = null) =>
        new(
            $"The run {runId} was not recorded.",
            $"{seen}. Both would follow the same run, and only one can.",
            "Its files lie whole in their folder, but the history goes on without it: no later run names it or is compared with it.",
            "Scan again, one scan of a tenant after the other. Keep this folder apart, or remove it: 'pimaudit verify' takes two runs "
                + "after the same one for a fault.",
            cause
        );
}
