using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>A baseline as a file: JSON that stands in version control and that nobody vouches for when it is read.</summary>
public static class BaselineFile
{
    private static readonly ForeignJson<Baseline> Json = new(
        ArchiveJson.Default.Baseline,
        maxBytes: 128L << 20,
        Baseline.CurrentSchemaVersion,
        baseline => baseline.SchemaVersion,
        BaselineBounds.Problem
    );

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
    public static async Task<Baseline> ReadAsync(Stream stream, CancellationToken cancellation) =>
        (await Json.ReadAsync(stream, cancellation)).Content;

    /// <exception cref="ArchiveException">There is nothing, or not a baseline of a version that this program reads.</exception>
    public static async Task<Baseline> ReadAsync(string path, CancellationToken cancellation) =>
        (
            await Json.ReadAsync(
                path,
                (seen, error) =>
                    new(
                        $"Cannot read the baseline {path}.",
                        seen,
                        "Nothing was compared and nothing was written.",
                        "Name a baseline that 'pimaudit baseline create' wrote, unchanged, or make one with it.",
                        error
                    ),
                cancellation
            )
        ).Content;
}
