using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>Reads a snapshot that may come from anywhere: known names only, bounded, every hash checked.</summary>
internal static class SnapshotReader
{
    private const long MaxManifestBytes = 64 << 20;

    /// <exception cref="InvalidDataException">Not a whole, unchanged snapshot of a version that this program reads.</exception>
    /// <exception cref="JsonException">A file holds something else.</exception>
    public static async Task<(TenantSnapshot Snapshot, byte[] Manifest)> ReadAsync(
        SnapshotSource source,
        CancellationToken cancellation
    )
    {
        CheckNames(source.Names);
        var bytes = await ReadManifestAsync(source, cancellation);
        CheckVersion(bytes);
        var manifest =
            JsonSerializer.Deserialize(bytes, ArchiveJson.Default.SnapshotManifest)
            ?? throw new InvalidDataException("The manifest is empty.");
        CheckFiles(manifest, source.Names);

        var snapshot = new TenantSnapshot
        {
            SchemaVersion = manifest.SchemaVersion,
            TakenAt = manifest.TakenAt,
            Tenant = manifest.Tenant,
            Collection = manifest.Collection,
            EventsSince = manifest.EventsSince,
            NamedGroupsPrefix = manifest.NamedGroupsPrefix,
        };
        foreach (var table in SnapshotTables.All)
            snapshot = await ReadAsync(table, EntryOf(manifest, table), snapshot, source, cancellation);
        return (snapshot, bytes);
    }

    private static async Task<TenantSnapshot> ReadAsync(
        SnapshotTable table,
        SnapshotFileEntry entry,
        TenantSnapshot snapshot,
        SnapshotSource source,
        CancellationToken cancellation
    )
    {
        await using var stream = source.Read(table.Name, out var maxBytes);
        await using var hashing = new HashingStream(stream, maxBytes, refuseNullElements: true);
        try
        {
            var (read, rows) = await table.ReadAsync(snapshot, new(hashing, source.Again(table.Name)), cancellation);
            if (rows != entry.Rows || hashing.Bytes != entry.Bytes || hashing.Hash() != entry.Sha256)
                throw new InvalidDataException(
                    $"{table.Name} is not the file that the manifest names: its SHA-256 differs."
                );
            return read;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{table.Name}: {error.Message}", error);
        }
    }

    private static void CheckNames(IReadOnlyList<string> names)
    {
        var known = SnapshotTables
            .All.Select(table => table.Name)
            .Append(SnapshotTables.Manifest)
            .ToHashSet(StringComparer.Ordinal);
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } odd)
            throw new InvalidDataException($"It holds '{odd}', which is no file of a snapshot.");
        if (names.Count != names.Distinct(StringComparer.Ordinal).Count())
            throw new InvalidDataException("It holds a file twice.");
        if (!names.Contains(SnapshotTables.Manifest, StringComparer.Ordinal))
            throw new InvalidDataException("It has no manifest.json, so it is not a whole snapshot.");
    }

    private static async Task<byte[]> ReadManifestAsync(SnapshotSource source, CancellationToken cancellation)
    {
        await using var stream = source.Read(SnapshotTables.Manifest, out var maxBytes);
        await using var bounded = new HashingStream(stream, Math.Min(maxBytes, MaxManifestBytes));
        using var memory = new MemoryStream();
        await bounded.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }

    /// <summary>Before anything else is read: a newer format may spell the rest differently.</summary>
    private static void CheckVersion(byte[] manifest)
    {
        using var document = JsonDocument.Parse(manifest, new() { MaxDepth = 32 });
        if (
            document.RootElement.ValueKind is not JsonValueKind.Object
            || !document.RootElement.TryGetProperty("schemaVersion", out var version)
            || version.ValueKind is not JsonValueKind.Number
            || !version.TryGetInt32(out var number)
        )
            throw new InvalidDataException("Its manifest names no schema version.");
        if (number != TenantSnapshot.CurrentSchemaVersion)
            throw new InvalidDataException(
                $"It has schema version {number}; this program reads version {TenantSnapshot.CurrentSchemaVersion}."
            );
    }

    private static void CheckFiles(SnapshotManifest manifest, IReadOnlyList<string> names)
    {
        foreach (var table in SnapshotTables.All)
            if (!names.Contains(table.Name, StringComparer.Ordinal))
                throw new InvalidDataException($"{table.Name} is missing.");
            else if (manifest.Files.Count(file => string.Equals(file.Name, table.Name, StringComparison.Ordinal)) != 1)
                throw new InvalidDataException($"The manifest does not name {table.Name} once.");
    }

    private static SnapshotFileEntry EntryOf(SnapshotManifest manifest, SnapshotTable table) =>
        manifest.Files.Single(file => string.Equals(file.Name, table.Name, StringComparison.Ordinal));
}
