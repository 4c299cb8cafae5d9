namespace PimAudit.Archive;

/// <summary>Which run each file belongs to, by its hash.</summary>
internal sealed class KnownFiles
{
    private readonly Dictionary<string, List<(string Name, string RunId)>> byHash = new(StringComparer.Ordinal);

    public KnownFiles(IEnumerable<RunManifest> manifests)
    {
        foreach (var manifest in manifests)
        foreach (var file in manifest.Files)
        {
            if (!byHash.TryGetValue(file.Sha256, out var owners))
                byHash[file.Sha256] = owners = [];
            owners.Add((file.Name, manifest.RunId));
        }
    }

    /// <summary>Another file of which this is the content, such as <c>the findings.pdf of run 0123456789abcdef</c>; null when none is known.</summary>
    public string? OwnerOf(string hash, string runId, string name)
    {
        if (!byHash.TryGetValue(hash, out var owners))
            return null;
        var other = owners.Where(one => one != (name, runId)).ToList();
        return other.Count == 0 ? null : $"the {other[0].Name} of run {other[0].RunId}";
    }
}
