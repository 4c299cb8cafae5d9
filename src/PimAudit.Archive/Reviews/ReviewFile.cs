using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>A review that was read from a file.</summary>
/// <param name="Hash">64 lower-case hex digits: SHA-256 of the file.</param>
public sealed record ArchivedReview(ReviewRecord Review, string Hash);

/// <summary><c>review-NAME.json</c>: what was asked and what came back. Nobody vouches for it when it is read.</summary>
public static class ReviewFile
{
    private static readonly ForeignJson<ReviewRecord> Json = new(
        ArchiveJson.Default.ReviewRecord,
        maxBytes: 1L << 30,
        ReviewRecord.CurrentSchemaVersion,
        review => review.SchemaVersion,
        ReviewBounds.Problem
    );

    public static string NameOf(string review) => $"review-{review}.json";

    /// <summary>Writes it whole or not at all.</summary>
    public static Task WriteAsync(ReviewRecord review, string path, CancellationToken cancellation) =>
        AtomicFile.WriteAsync(path, (stream, token) => WriteAsync(review, stream, token), cancellation);

    /// <summary>Writes it to a stream, which stays open.</summary>
    public static async Task WriteAsync(ReviewRecord review, Stream stream, CancellationToken cancellation)
    {
        await JsonSerializer.SerializeAsync(stream, review, ArchiveJson.Indented.ReviewRecord, cancellation);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>As the file has it.</summary>
    public static string Text(ReviewRecord review) =>
        JsonSerializer.Serialize(review, ArchiveJson.Indented.ReviewRecord);

    /// <exception cref="JsonException">Not a review.</exception>
    /// <exception cref="InvalidDataException">A review of another version, too large, or with something in it that is none.</exception>
    public static async Task<ArchivedReview> ReadAsync(Stream stream, CancellationToken cancellation) =>
        Archived(await Json.ReadAsync(stream, cancellation));

    /// <exception cref="ArchiveException">There is nothing, or not a review of a version that this program reads.</exception>
    public static async Task<ArchivedReview> ReadAsync(string path, CancellationToken cancellation) =>
        Archived(
            await Json.ReadAsync(
                path,
                (seen, error) =>
                    new(
                        $"Cannot read the review {path}.",
                        seen,
                        "Nothing was imported, compared or written.",
                        "Name a review-NAME.json that 'pimaudit review new' wrote, unchanged.",
                        error
                    ),
                cancellation
            )
        );

    private static ArchivedReview Archived((ReviewRecord Content, string Hash) read) => new(read.Content, read.Hash);
}
