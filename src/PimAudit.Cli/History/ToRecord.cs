using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A run as the history takes it.</summary>
internal static class ToRecord
{
    /// <summary>Of a run that was written a moment ago: of its files the result alone is read, and as bytes.</summary>
    /// <param name="slot">UTC; the time of a schedule; null for a run that a person started.</param>
    /// <exception cref="ArchiveException">The result cannot be read any more.</exception>
    public static Task<RunToRecord> OfAsync(
        Publication publication,
        DateTimeOffset? slot,
        CancellationToken cancellation
    ) =>
        TriedAsync(
            publication.Folder,
            async () =>
                Of(
                    publication.Result,
                    await FileAsync(publication.Folder, Formats.Result.FileName, cancellation),
                    publication.Manifest,
                    publication.Folder,
                    slot,
                    publication.Notices
                )
        );

    /// <summary>Of a folder in which nothing but its files tells what the run was.</summary>
    /// <param name="run">What the folder's run was compared with, and whom it is told to.</param>
    /// <exception cref="ArchiveException">The folder holds no whole run.</exception>
    public static Task<RunToRecord> ReadAsync(string folder, Run run, CancellationToken cancellation) =>
        TriedAsync(
            folder,
            async () =>
            {
                var manifest = await FileAsync(folder, RunManifest.FileName, cancellation);
                var file = await FileAsync(folder, Formats.Result.FileName, cancellation);
                using var stream = new MemoryStream(file, writable: false);
                var result = await ResultFile.ReadAsync(stream, cancellation);
                return Of(result, file, manifest, folder, run.Slot, Notices.Of(run, result));
            }
        );

    /// <summary>The manifest of a folder and its SHA-256; null where there is none that can be read.</summary>
    public static (RunManifest Manifest, string Hash)? ManifestIn(string folder)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, RunManifest.FileName));
            return (RunManifest.Read(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static RunToRecord Of(
        AuditResult result,
        ReadOnlyMemory<byte> file,
        ReadOnlyMemory<byte> manifest,
        string folder,
        DateTimeOffset? slot,
        ImmutableArray<OutboxMessage> messages
    ) => new(result, file, manifest, EarlierRuns.Summary(result), Outcome.IsIncomplete(result), folder, slot, messages);

    private static Task<byte[]> FileAsync(string folder, string name, CancellationToken cancellation) =>
        File.ReadAllBytesAsync(Path.Combine(folder, name), cancellation);

    private static async Task<RunToRecord> TriedAsync(string folder, Func<Task<RunToRecord>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new ArchiveException(
                $"The run in {folder} cannot be recorded.",
                error.Message,
                "The history was not changed.",
                "Leave the files of a run as they were written.",
                error
            );
        }
    }
}
