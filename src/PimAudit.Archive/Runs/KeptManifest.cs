namespace PimAudit.Archive;

/// <summary>A manifest that lies in a folder.</summary>
/// <param name="Hash">64 lower-case hex digits.</param>
internal sealed record KeptManifest(RunManifest Manifest, byte[] Bytes, string Hash)
{
    /// <summary>Null when the folder holds no manifest of a run that reads well.</summary>
    public static KeptManifest? In(string folder) => At(Path.Combine(folder, RunManifest.FileName));

    /// <summary>Null when there is none that reads well.</summary>
    public static KeptManifest? At(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= ManifestFile.MaxBytes })
                return null;
            var bytes = File.ReadAllBytes(path);
            return new(ManifestFile.Read(bytes), bytes, ManifestFile.HashOf(bytes));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    public bool IsOf(string runId, Guid? tenant) =>
        Manifest.RunId == runId && (tenant is null || Manifest.Tenant == tenant);
}
