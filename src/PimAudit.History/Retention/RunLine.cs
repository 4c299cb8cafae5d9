namespace PimAudit.History;

/// <summary>A run as machines read it.</summary>
/// <param name="Open">Open findings by severity, in lower case; severities without any are left out.</param>
/// <param name="Place">Its folder in an export; null elsewhere.</param>
public sealed record RunLine(
    long Number,
    string RunId,
    Guid Tenant,
    DateTimeOffset TakenAt,
    string Profile,
    IReadOnlyDictionary<string, int> Open,
    int NotEvaluated,
    bool IsIncomplete,
    bool HasResult,
    string ToolVersion,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    DateTimeOffset? Slot,
    string ResultSha256,
    string ManifestSha256,
    string? PreviousManifestSha256,
    string SnapshotHash,
    string? Place
)
{
    public static RunLine Of(PastRun run, string? place = null) =>
        new(
            run.Number,
            run.Trend.Id,
            run.Tenant,
            run.Trend.TakenAt,
            run.Trend.Profile,
            run.Trend.Open.Reverse()
                .ToDictionary(
                    pair => pair.Key.ToString().ToLowerInvariant(),
                    pair => pair.Value,
                    StringComparer.Ordinal
                ),
            run.Trend.NotEvaluated,
            run.IsIncomplete,
            run.HasResult,
            run.ToolVersion,
            run.StartedAt,
            run.EndedAt,
            run.Slot,
            run.ResultHash,
            run.ManifestHash,
            run.Previous,
            run.SnapshotHash,
            place
        );
}
