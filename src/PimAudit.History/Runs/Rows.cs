using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.History;

/// <summary>Runs to rows, and back.</summary>
internal static class Rows
{
    public static RunRow Of(RunToRecord run, RunManifest manifest, string manifestHash, DateTimeOffset now) =>
        new()
        {
            Tenant = manifest.Tenant,
            RunId = run.Trend.Id,
            TakenAt = run.Trend.TakenAt,
            Profile = run.Trend.Profile,
            ProfileHash = run.Trend.ProfileHash,
            OpenCritical = run.Trend.Open.GetValueOrDefault(Severity.Critical),
            OpenHigh = run.Trend.Open.GetValueOrDefault(Severity.High),
            OpenMedium = run.Trend.Open.GetValueOrDefault(Severity.Medium),
            OpenLow = run.Trend.Open.GetValueOrDefault(Severity.Low),
            OpenInfo = run.Trend.Open.GetValueOrDefault(Severity.Info),
            NotEvaluated = run.Trend.NotEvaluated,
            ToolVersion = manifest.ToolVersion,
            StartedAt = manifest.StartedAt,
            EndedAt = manifest.EndedAt,
            IsIncomplete = run.IsIncomplete,
            ResultHash = RunCheck.HashOf(run.ResultFile),
            ManifestHash = manifestHash,
            Previous = manifest.Previous ?? "",
            Folder = run.Folder,
            SnapshotHash = manifest.SnapshotHash,
            Slot = run.Slot,
            RecordedAt = now,
            HasResult = true,
        };

    public static PastRun ToPast(RunRow row) =>
        new(
            row.Number,
            row.Tenant,
            new(row.RunId, row.TakenAt, row.Profile, row.ProfileHash, OpenOf(row), row.NotEvaluated),
            row.ToolVersion,
            row.StartedAt,
            row.EndedAt,
            row.IsIncomplete,
            row.ResultHash,
            row.ManifestHash,
            row.Previous.Length > 0 ? row.Previous : null,
            row.Folder,
            row.SnapshotHash,
            row.Slot
        )
        {
            HasResult = row.HasResult,
        };

    private static ImmutableSortedDictionary<Severity, int> OpenOf(RunRow row) =>
        new Dictionary<Severity, int>
        {
            [Severity.Critical] = row.OpenCritical,
            [Severity.High] = row.OpenHigh,
            [Severity.Medium] = row.OpenMedium,
            [Severity.Low] = row.OpenLow,
            [Severity.Info] = row.OpenInfo,
        }
            .Where(pair => pair.Value > 0)
            .ToImmutableSortedDictionary();
}
