using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PimAudit.Archive;

/// <summary>Reads a JSON file that nobody vouches for: not larger than it may be, of one version, and sound in itself.</summary>
/// <param name="type">How it is spelled.</param>
/// <param name="maxBytes">Of the file.</param>
/// <param name="schemaVersion">The only one that this program reads.</param>
/// <param name="versionOf">The version that the file says.</param>
/// <param name="problemOf">What in it is none of its kind; null where all is.</param>
/// <param name="refuseNullElements">Lists that hold null are refused as they are read, and not left to <paramref name="problemOf"/>.</param>
internal sealed class ForeignJson<T>(
    JsonTypeInfo<T> type,
    long maxBytes,
    int schemaVersion,
    Func<T, int> versionOf,
    Func<T, string?> problemOf,
    bool refuseNullElements = false
)
    where T : class
{
    /// <returns>With the SHA-256 of what was read, 64 lower-case hex digits.</returns>
    /// <exception cref="JsonException">None of its kind.</exception>
    /// <exception cref="InvalidDataException">Of another version, too large, or with something in it that is none.</exception>
    public async Task<(T Content, string Hash)> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        await using var bounded = new HashingStream(stream, maxBytes, refuseNullElements);
        var content =
            await JsonSerializer.DeserializeAsync(bounded, type, cancellation)
            ?? throw new InvalidDataException("It is empty.");
        if (versionOf(content) is var version && version != schemaVersion)
            throw new InvalidDataException(
                $"It has schema version {version}; this program reads version {schemaVersion}."
            );
        return problemOf(content) is { } problem ? throw new InvalidDataException(problem) : (content, bounded.Hash());
    }

    /// <param name="refused">The error for a file that cannot be read: what was seen, and the cause.</param>
    /// <exception cref="ArchiveException">There is nothing, or nothing of its kind.</exception>
    public async Task<(T Content, string Hash)> ReadAsync(
        string path,
        Func<string, Exception, ArchiveException> refused,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await ReadAsync(stream, cancellation);
        }
        catch (Exception error)
            when (error is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw refused(error.Message, error);
        }
    }
}
