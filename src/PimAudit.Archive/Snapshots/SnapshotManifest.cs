using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>One file of a snapshot.</summary>
/// <param name="Name">Such as <c>users.ndjson</c>.</param>
/// <param name="Rows">Lines, one JSON object each.</param>
/// <param name="Sha256">64 lower-case hex digits over the file's bytes.</param>
internal sealed record SnapshotFileEntry(string Name, int Rows, long Bytes, string Sha256);

/// <summary><c>manifest.json</c> of a snapshot: its SHA-256 is the hash of the snapshot.</summary>
/// <param name="SchemaVersion">Version of the format.</param>
/// <param name="TakenAt">UTC.</param>
/// <param name="EventsSince">UTC; null when the audit log was not asked for.</param>
/// <param name="NamedGroupsPrefix">Null when groups were not asked for by name.</param>
/// <param name="Files">In the order in which they are written.</param>
internal sealed record SnapshotManifest(
    int SchemaVersion,
    DateTimeOffset TakenAt,
    Tenant Tenant,
    CollectionRecord Collection,
    DateTimeOffset? EventsSince,
    string? NamedGroupsPrefix,
    ImmutableArray<SnapshotFileEntry> Files
);
