using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>A result that was read from a file.</summary>
/// <param name="Hash">64 lower-case hex digits: SHA-256 of the file.</param>
public sealed record ArchivedResult(AuditResult Result, string Hash);

/// <summary><c>result.json</c>: all that a report shows. The same result gives the same bytes.</summary>
public static class ResultFile
{
    private static readonly ForeignJson<AuditResult> Json = new(
        ArchiveJson.Default.AuditResult,
        maxBytes: 2L << 30,
        AuditResult.CurrentSchemaVersion,
        result => result.SchemaVersion,
        problemOf: _ => null,
        refuseNullElements: true
    );

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
    public static async Task<ArchivedResult> ReadArchivedAsync(Stream stream, CancellationToken cancellation) =>
        Archived(await Json.ReadAsync(stream, cancellation));

    /// <summary>With the hash by which a later run can name it.</summary>
    /// <exception cref="ArchiveException">There is nothing, or not a result of a version that this program reads.</exception>
    public static async Task<ArchivedResult> ReadArchivedAsync(string path, CancellationToken cancellation) =>
        Archived(
            await Json.ReadAsync(
                path,
                (seen, error) =>
                    new(
                        $"Cannot read the result {path}.",
                        seen,
                        "Nothing was taken from it, and nothing was written.",
                        "Name a result.json that 'pimaudit scan' or 'pimaudit evaluate' wrote, unchanged.",
                        error
                    ),
                cancellation
            )
        );

    private static ArchivedResult Archived((AuditResult Content, string Hash) read) => new(read.Content, read.Hash);
}
