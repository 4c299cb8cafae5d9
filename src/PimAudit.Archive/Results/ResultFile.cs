using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>A result that was read from a file.</summary>
/// <param name="Hash">64 lower-case hex digits: SHA-256 of the file.</param>
public sealed record ArchivedResult(AuditResult Result, string Hash);

/// <summary><c>result.json</c>: all that a report shows. The same result gives the same bytes.</summary>
public static class ResultFile
{
    private const long MaxBytes = 2L << 30;

    /// <summary>Writes the result as a stream, which stays open.</summary>
    public static Task WriteAsync(AuditResult result, Stream stream, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(stream, result, ArchiveJson.Indented.AuditResult, cancellation);

    /// <exception cref="JsonException">Not a result.</exception>
    /// <exception cref="InvalidDataException">A result of another version, or too large.</exception>
    public static async Task<AuditResult> ReadAsync(Stream stream, CancellationToken cancellation) =>
        (await ReadArchivedAsync(stream, cancellation)).Result;

    /// <exception cref="ArchiveException">There is nothing, or not a result of a version that this program reads.</exception>
    public static async Task<AuditResult> ReadAsync(string path, CancellationToken cancellation) =>
        (await ReadArchivedAsync(path, cancellation)).Result;

    /// <summary>With the hash of what was read.</summary>
    /// <exception cref="JsonException">Not a result.</exception>
    /// <exception cref="InvalidDataException">A result of another version, or too large.</exception>
    public static async Task<ArchivedResult> ReadArchivedAsync(Stream stream, CancellationToken cancellation)
    {
        await using var bounded = new HashingStream(stream, MaxBytes, refuseNullElements: true);
        var result =
            await JsonSerializer.DeserializeAsync(bounded, ArchiveJson.Default.AuditResult, cancellation)
            ?? throw new InvalidDataException("It is empty.");
        return result.SchemaVersion == AuditResult.CurrentSchemaVersion
            ? new(result, bounded.Hash())
            : throw new InvalidDataException(
                $"It has schema version {result.SchemaVersion}; this program reads version {AuditResult.CurrentSchemaVersion}."
            );
    }

    /// <summary>With the hash by which a later run can name it.</summary>
    /// <exception cref="ArchiveException">There is nothing, or not a result of a version that this program reads.</exception>
    public static async Task<ArchivedResult> ReadArchivedAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await ReadArchivedAsync(stream, cancellation);
        }
        catch (Exception error)
            when (error is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(
                $"Cannot read the result {path}.",
                error.Message,
                "No report was written.",
                "Name a result.json that 'pimaudit scan' or 'pimaudit evaluate' wrote, unchanged.",
                error
            );
        }
    }
}
