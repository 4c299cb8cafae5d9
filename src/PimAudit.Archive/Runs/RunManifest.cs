using System.Collections.Immutable;
using System.Text.Json;

namespace PimAudit.Archive;

/// <summary>One file of a run.</summary>
/// <param name="Sha256">64 lower-case hex digits.</param>
public sealed record RunFile(string Name, long Bytes, string Sha256);

/// <summary><c>manifest.json</c> of a run: what makes its files evidence.</summary>
/// <param name="RunId">As printed in every report.</param>
/// <param name="SnapshotHash">SHA-256 of the snapshot's manifest.</param>
/// <param name="Previous">SHA-256 of the manifest of the tenant's run before; null for a run that continues no chain.</param>
/// <param name="StartedAt">UTC, by the clock of the machine.</param>
/// <param name="EndedAt">UTC, by the clock of the machine.</param>
/// <param name="Files">Ordinal by name; neither the manifest itself nor its signature is among them.</param>
/// <param name="Slot">UTC; the time of a schedule for which the run was made; null for a run that a person started.</param>
/// <param name="Seal">See <see cref="ManifestFile"/>; null in manifests of versions that did not seal.</param>
public sealed record RunManifest(
    int SchemaVersion,
    string RunId,
    string ToolVersion,
    Guid Tenant,
    string SnapshotHash,
    string ProfileHash,
    string ConfigurationHash,
    string? Previous,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    ImmutableArray<RunFile> Files,
    DateTimeOffset? Slot = null,
    string? Seal = null
)
{
    public const int CurrentSchemaVersion = 1;
    public const string FileName = "manifest.json";

    /// <summary>Detached CMS signature of the manifest's bytes, where a certificate is configured.</summary>
    public const string SignatureName = FileName + ".p7s";

    /// <exception cref="JsonException">Not a manifest of a run.</exception>
    public static RunManifest Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ArchiveJson.Default.RunManifest) ?? throw new JsonException("It is empty.");
}
