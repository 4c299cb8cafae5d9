using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>A snapshot that was read from a file.</summary>
/// <param name="Hash">64 lower-case hex digits: SHA-256 of its manifest, which names the hash of every file.</param>
public sealed record ArchivedSnapshot(TenantSnapshot Snapshot, string Hash);

/// <summary><c>.pimsnap</c>: a zip of <c>manifest.json</c> and one NDJSON file per table; a folder with the same files reads the same.</summary>
public static class SnapshotFile
{
    /// <summary>Zip entries carry this time, so that the same snapshot gives the same bytes.</summary>
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the file whole or not at all, readable by its owner alone.</summary>
    /// <exception cref="IOException">The file system refused.</exception>
    public static Task WriteAsync(TenantSnapshot snapshot, string path, CancellationToken cancellation) =>
        WriteAsync(snapshot, path, temporary: null, cancellation);

    /// <param name="temporary">Where it is written before it is put in place, on the same file system; null for beside the file.</param>
    /// <inheritdoc cref="WriteAsync(TenantSnapshot, string, CancellationToken)"/>
    public static Task WriteAsync(
        TenantSnapshot snapshot,
        string path,
        string? temporary,
        CancellationToken cancellation
    ) =>
        AtomicFile.WriteThroughAsync(
            path,
            temporary,
            (stream, token) => WriteAsync(snapshot, stream, token),
            cancellation
        );

    /// <summary>Writes the zip to a stream, which stays open.</summary>
    public static async Task WriteAsync(TenantSnapshot snapshot, Stream stream, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        await SnapshotWriter.WriteAsync(snapshot, name => Entry(zip, name), cancellation);
    }

    /// <summary>The hash that the snapshot has in a file, without one.</summary>
    public static async Task<string> HashAsync(TenantSnapshot snapshot, CancellationToken cancellation) =>
        HashOf(await SnapshotWriter.WriteAsync(snapshot, _ => Stream.Null, cancellation));

    /// <param name="path">A <c>.pimsnap</c> file, or a folder with its files.</param>
    /// <exception cref="ArchiveException">There is nothing, or not a whole, unchanged snapshot of a version that this program reads.</exception>
    public static async Task<ArchivedSnapshot> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var source = SnapshotSource.Open(path);
            var (snapshot, manifest) = await SnapshotReader.ReadAsync(source, cancellation);
            return new(snapshot, HashOf(manifest));
        }
        catch (Exception error)
            when (error
                    is InvalidDataException
                        or JsonException
                        or IOException
                        or UnauthorizedAccessException
                        or NotSupportedException
            )
        {
            throw new ArchiveException(
                $"Cannot read the snapshot {path}.",
                error.Message,
                "Nothing was judged and nothing was written.",
                "Name a .pimsnap file (or a folder with its files) that 'pimaudit snapshot' or 'pimaudit scan' wrote, unchanged.",
                error
            );
        }
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }

    private static string HashOf(byte[] manifest) => Convert.ToHexStringLower(SHA256.HashData(manifest));
}
