using System.Security.Cryptography;
using System.Text.Json;
using PimAudit.Archive;

namespace PimAudit.History;

/// <summary>A run is recorded only where its files belong together.</summary>
internal static class RunCheck
{
    private const string ResultName = "result.json";

    /// <summary>64 lower-case hex digits.</summary>
    public static string HashOf(ReadOnlyMemory<byte> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content.Span));

    /// <exception cref="HistoryException">The manifest is none, or is not about this result.</exception>
    public static RunManifest ManifestOf(RunToRecord run)
    {
        var manifest = Read(run);
        var result = run.Result;
        var named = manifest.Files.FirstOrDefault(file => file.Name is ResultName)?.Sha256;
        return manifest.Tenant != result.Tenant.Id ? throw Refused($"It is of the tenant {manifest.Tenant:D}.")
            : manifest.RunId != result.Run.Id || run.Trend.Id != result.Run.Id
                ? throw Refused($"It is of the run {manifest.RunId}.")
            : named != HashOf(run.ResultFile) ? throw Refused("It does not have the hash of this result.json.")
            : manifest;

        HistoryException Refused(string seen) => NotRecorded(result.Run.Id, "Its manifest is not its own. " + seen);
    }

    public static HistoryException NotRecorded(string runId, string seen, Exception? cause = null) =>
        new(
            $"The run {runId} was not recorded.",
            seen,
            "Its files lie in their folder, and the history was not changed.",
            "Scan again: the next run takes up what was not recorded, where it still fits.",
            cause
        );

    private static RunManifest Read(RunToRecord run)
    {
        try
        {
            return RunManifest.Read(run.Manifest.Span);
        }
        catch (JsonException error)
        {
            throw NotRecorded(run.Result.Run.Id, $"Its manifest cannot be read. {error.Message}", error);
        }
    }
}
