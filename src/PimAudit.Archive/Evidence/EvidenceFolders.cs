namespace PimAudit.Archive;

/// <summary>Finds the folders of runs in the layout <c>OUTPUT/TENANT/TIME</c>, or less of it.</summary>
internal static class EvidenceFolders
{
    private const int MaxDepth = 2;

    /// <summary>The folder itself and those in it, ordinal. One that holds reports alone is a run when nothing else is.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public static IReadOnlyList<EvidencePlace> In(string path)
    {
        IReadOnlyList<EvidencePlace> found = [.. In(path, MaxDepth)];
        return found.Count == 0 && Holds(path, EvidenceNames.IsReport) ? [new FolderPlace(path)] : found;
    }

    private static IEnumerable<EvidencePlace> In(string path, int depth)
    {
        if (EvidenceNames.IsRunFolder(Path.GetFileName(path)) || Holds(path, EvidenceNames.IsManifest))
            yield return new FolderPlace(path);
        if (depth == 0)
            yield break;
        var below = Directory
            .EnumerateDirectories(path)
            .Where(folder => !Path.GetFileName(folder).EndsWith(".resume", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var run in below.SelectMany(folder => In(folder, depth - 1)))
            yield return run;
    }

    private static bool Holds(string path, Func<string, bool> isMeant) =>
        Directory.EnumerateFiles(path).Any(file => isMeant(Path.GetFileName(file)));
}
