using System.Security.Cryptography;
using System.Text.Json;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary>Reads the folder of a run as the history takes it.</summary>
internal static class ToRecord
{
    /// <param name="run">What the folder's run was compared with, and whom it is told to.</param>
    /// <exception cref="ArchiveException">The folder holds no whole run.</exception>
    public static async Task<RunToRecord> ReadAsync(string folder, Run run, CancellationToken cancellation)
    {
        try
        {
            var manifest = await File.ReadAllBytesAsync(Path.Combine(folder, RunManifest.FileName), cancellation);
            var file = await File.ReadAllBytesAsync(Path.Combine(folder, Formats.Result.FileName), cancellation);
            using var stream = new MemoryStream(file, writable: false);
            var result = (await ResultFile.ReadArchivedAsync(stream, cancellation)).Result;
            return new(
                result,
                file,
                manifest,
                EarlierRuns.Summary(result),
                Outcome.IsIncomplete(result),
                folder,
                run.Slot,
                Notices.Of(run, result)
            );
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
}
