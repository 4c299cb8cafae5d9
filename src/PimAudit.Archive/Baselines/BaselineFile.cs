using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>A baseline as a file: JSON that stands in version control and that nobody vouches for when it is read.</summary>
public static class BaselineFile
{
    private const long MaxBytes = 128L << 20;

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="ArchiveException">It would be one that <see cref="ReadAsync(string, CancellationToken)"/> refuses.</exception>
    public static Task WriteAsync(Baseline baseline, string path, CancellationToken cancellation) =>
        BaselineBounds.Problem(baseline) is { } problem
            ? throw new ArchiveException(
                $"Cannot write the baseline {path}.",
                problem,
                "Nothing was written.",
                "Mend the heaviest findings first: a baseline is for what is left."
            )
            : AtomicFile.WriteAsync(
                path,
                async (stream, token) =>
                {
                    await JsonSerializer.SerializeAsync(stream, baseline, ArchiveJson.Indented.Baseline, token);
                    stream.WriteByte((byte)'\n');
                },
                cancellation
            );

    /// <summary>As the file has it.</summary>
    public static string Text(Baseline baseline) => JsonSerializer.Serialize(baseline, ArchiveJson.Indented.Baseline);

    /// <exception cref="JsonException">Not a baseline.</exception>
    /// <exception cref="InvalidDataException">A baseline of another version, too large, or with something in it that is none.</exception>
    public static async Task<Baseline> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        await using var bounded = new HashingStream(stream, MaxBytes);
        var baseline =
            await JsonSerializer.DeserializeAsync(bounded, ArchiveJson.Default.Baseline, cancellation)
            ?? throw new InvalidDataException("It is empty.");
        if (baseline.SchemaVersion != Baseline.CurrentSchemaVersion)
            throw new InvalidDataException(
                $"It has schema version {baseline.SchemaVersion}; this program reads version {Baseline.CurrentSchemaVersion}."
            );
        return BaselineBounds.Problem(baseline) is { } problem ? throw new InvalidDataException(problem) : baseline;
    }

    /// <exception cref="ArchiveException">There is nothing, or not a baseline of a version that this program reads.</exception>
    public static async Task<Baseline> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await ReadAsync(stream, cancellation);
        }
        catch (Exception error)
            when (error is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(
                $"Cannot read the baseline {path}.",
                error.Message,
                "Nothing was compared and nothing was written.",
                "Name a baseline that 'pimaudit baseline create' wrote, unchanged, or make one with it.",
                error
            );
        }
    }
}
