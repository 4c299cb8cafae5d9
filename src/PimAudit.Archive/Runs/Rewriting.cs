namespace PimAudit.Archive;

/// <summary>What stays of a manifest when its run is written again.</summary>
internal static class Rewriting
{
    private const string ResultName = "result.json";

    /// <summary>
    /// A run keeps its previous one, and goes on naming those of its files that lie there unchanged: all of them under the same
    /// result, else those that hold no judgement, as the snapshot does.
    /// </summary>
    public static RunManifest Of(RunManifest manifest, KeptManifest? kept, string folder)
    {
        if (
            kept is null
            || kept.Manifest.SnapshotHash != manifest.SnapshotHash
            || kept.Manifest.Tenant != manifest.Tenant
        )
            return manifest;

        var isSameRun = kept.IsOf(manifest.RunId, manifest.Tenant);
        var isSameResult = isSameRun && ResultIn(kept.Manifest) == ResultIn(manifest);
        var names = manifest.Files.Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var further = kept.Manifest.Files.Where(file =>
            !names.Contains(file.Name)
            && (isSameResult || file.Name.EndsWith(".pimsnap", StringComparison.Ordinal))
            && Leftovers.IsUnchanged(Path.Combine(folder, file.Name), file.Sha256)
        );
        return manifest with
        {
            Previous = isSameRun ? kept.Manifest.Previous : manifest.Previous,
            Files = [.. manifest.Files.Concat(further).OrderBy(file => file.Name, StringComparer.Ordinal)],
        };
    }

    /// <summary>But for the times of writing it says what the one says that lies there.</summary>
    public static bool IsSame(RunManifest manifest, KeptManifest? kept) =>
        kept?.Manifest is { } there
        && manifest.Files.AsSpan().SequenceEqual(there.Files.AsSpan())
        && manifest with
        {
            StartedAt = there.StartedAt,
            EndedAt = there.EndedAt,
            Files = there.Files,
            Seal = there.Seal,
        } == there;

    private static string? ResultIn(RunManifest manifest) =>
        manifest.Files.FirstOrDefault(file => file.Name == ResultName)?.Sha256;
}
