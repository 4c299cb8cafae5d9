namespace PimAudit.Archive;

/// <summary>A run that lies in a folder, its result being the file that the manifest names.</summary>
/// <param name="Manifest">As read.</param>
/// <param name="Result">With its hash.</param>
public sealed record KeptRun(RunManifest Manifest, ArchivedResult Result)
{
    public const string ResultName = "result.json";

    /// <param name="folder">Absolute.</param>
    /// <exception cref="ArchiveException">No run lies there, or its result is not the one that its manifest names.</exception>
    public static async Task<KeptRun> ReadAsync(string folder, CancellationToken cancellation)
    {
        var manifest = await ManifestAsync(folder, cancellation);
        var result = await ResultFile.ReadArchivedAsync(Path.Combine(folder, ResultName), cancellation);
        var named = manifest.Files.FirstOrDefault(file => file.Name is ResultName)?.Sha256;
        if (
            named != result.Hash
            || manifest.RunId != result.Result.Run.Id
            || manifest.Tenant != result.Result.Tenant.Id
        )
            throw Bad(folder, $"{ResultName} is not the file that {RunManifest.FileName} names.");
        return new(manifest, result);
    }

    private static async Task<RunManifest> ManifestAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, RunManifest.FileName);
        try
        {
            var file = new FileInfo(path);
            if (file is { Exists: true, Length: > ManifestFile.MaxBytes })
                throw new InvalidDataException($"{RunManifest.FileName} has {file.Length} bytes.");
            return ManifestFile.Read(await File.ReadAllBytesAsync(path, cancellation));
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Bad(folder, error.Message, error);
        }
    }

    private static ArchiveException Bad(string folder, string seen, Exception? error = null) =>
        new(
            $"The run in {folder} cannot be used.",
            seen,
            "Nothing is known from it.",
            "Take the folder as 'pimaudit' wrote it, or scan again.",
            error
        );
}
