using PimAudit.Model;

namespace PimAudit.History;

/// <summary>A run that the history holds, without its result.</summary>
/// <param name="Number">In the order of recording, from 1; not without gaps, and never given twice.</param>
/// <param name="Trend">What a trend needs: run id, time, profile, open findings, rules not evaluated.</param>
/// <param name="StartedAt">UTC, by the clock of the machine; as in the manifest.</param>
/// <param name="EndedAt">UTC, by the clock of the machine; as in the manifest.</param>
/// <param name="IsIncomplete">Evidence was missing.</param>
/// <param name="ResultHash">SHA-256 of <c>result.json</c>, 64 hex digits.</param>
/// <param name="ManifestHash">SHA-256 of <c>manifest.json</c>, 64 hex digits.</param>
/// <param name="Previous">Hash of the manifest of the tenant's run before; null for its first.</param>
/// <param name="Folder">Where the files of the run were written; absolute, on the machine that wrote them.</param>
/// <param name="SnapshotHash">SHA-256 of the snapshot's manifest.</param>
/// <param name="Slot">UTC; the time for which the run was scheduled; null for a run that a person started.</param>
public sealed record PastRun(
    long Number,
    Guid Tenant,
    EarlierRun Trend,
    string ToolVersion,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    bool IsIncomplete,
    string ResultHash,
    string ManifestHash,
    string? Previous,
    string Folder,
    string SnapshotHash,
    DateTimeOffset? Slot
)
{
    /// <summary>False once the result was pruned or purged: hashes, counts and the manifest are left.</summary>
    public bool HasResult { get; init; } = true;
}
