using System.Collections.Immutable;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>Writes the files of a snapshot wherever they go; the manifest comes last, because it names the others' hashes.</summary>
internal static class SnapshotWriter
{
    /// <param name="open">Opens a file by name for writing; the writer closes it.</param>
    /// <returns>The bytes of the manifest.</returns>
    public static async Task<byte[]> WriteAsync(
        TenantSnapshot snapshot,
        Func<string, Stream> open,
        CancellationToken cancellation
    )
    {
        var files = ImmutableArray.CreateBuilder<SnapshotFileEntry>();
        foreach (var table in SnapshotTables.All)
            files.Add(await WriteAsync(table, snapshot, open, cancellation));

        var manifest = new SnapshotManifest(
            snapshot.SchemaVersion,
            snapshot.TakenAt,
            snapshot.Tenant,
            snapshot.Collection,
            snapshot.EventsSince,
            snapshot.NamedGroupsPrefix,
            files.ToImmutable()
        );
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, ArchiveJson.Indented.SnapshotManifest);
        await using var stream = open(SnapshotTables.Manifest);
        await stream.WriteAsync(bytes, cancellation);
        return bytes;
    }

    private static async Task<SnapshotFileEntry> WriteAsync(
        SnapshotTable table,
        TenantSnapshot snapshot,
        Func<string, Stream> open,
        CancellationToken cancellation
    )
    {
        await using var stream = open(table.Name);
        await using var hashing = new HashingStream(stream);
        var rows = await table.WriteAsync(snapshot, hashing, cancellation);
        return new(table.Name, rows, hashing.Bytes, hashing.Hash());
    }
}
