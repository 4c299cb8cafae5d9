namespace PimAudit.Archive;

/// <summary>Holds the files of a run against its manifest, and looks for others that could pass for them.</summary>
internal static class FileCheck
{
    public static async Task CheckAsync(RunFindings found, KnownFiles known, CancellationToken cancellation)
    {
        if (found.Kept is not { Manifest: var manifest })
            return;
        foreach (var file in manifest.Files)
            if (!found.Place.Has(file.Name))
            {
                if (!found.IsPruned)
                    Missing(found, file);
            }
            else if (await HoldsAsync(found, manifest, file, known, cancellation))
                found.Files++;

        CheckOthers(found, manifest);
    }

    private static void Missing(RunFindings found, RunFile file) =>
        found.Add(
            EvidenceFault.MissingFile,
            file.Name,
            $"{file.Name} is missing.",
            "no such file",
            $"{file.Bytes} bytes, SHA-256 {file.Sha256}"
        );

    private static async Task<bool> HoldsAsync(
        RunFindings found,
        RunManifest manifest,
        RunFile file,
        KnownFiles known,
        CancellationToken cancellation
    )
    {
        var expected = $"{file.Bytes} bytes, SHA-256 {file.Sha256}";
        try
        {
            await using var stream = new HashingStream(found.Place.Open(file.Name));
            await stream.CopyToAsync(Stream.Null, cancellation);
            var (bytes, hash) = (stream.Bytes, stream.Hash());
            if (bytes == file.Bytes && hash == file.Sha256)
                return true;
            var seen = $"{bytes} bytes, SHA-256 {hash}";
            if (known.OwnerOf(hash, manifest.RunId, file.Name) is { } owner)
                found.Add(EvidenceFault.SwappedFile, file.Name, $"{file.Name} is {owner}.", seen, expected);
            else
                found.Add(EvidenceFault.ChangedFile, file.Name, $"{file.Name} was changed.", seen, expected);
        }
        catch (InvalidDataException error)
        {
            found.Add(EvidenceFault.ChangedFile, file.Name, $"{file.Name} cannot be read.", error.Message, expected);
        }

        return false;
    }

    /// <summary>A file that nobody named is no fault by itself; one that goes by the name of evidence is.</summary>
    private static void CheckOthers(RunFindings found, RunManifest manifest)
    {
        var own = manifest
            .Files.Select(file => file.Name)
            .Append(RunManifest.SignatureName)
            .Append(found.IsPruned ? EvidenceNames.Pruned : RunManifest.FileName)
            .ToHashSet(StringComparer.Ordinal);
        var alike = own.Select(EvidenceNames.Alike).ToHashSet(StringComparer.Ordinal);
        foreach (
            var twice in found.Place.Names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1)
        )
            Shadow(found, twice.Key, $"{twice.Key} stands in the archive more than once.");
        foreach (var name in found.Place.Names.Distinct(StringComparer.Ordinal).Where(name => !own.Contains(name)))
            if (
                EvidenceNames.IsReport(name)
                || EvidenceNames.IsManifest(name)
                || alike.Contains(EvidenceNames.Alike(name))
            )
                Shadow(found, name, $"{name} could be taken for evidence of the run.");
            else
                found.Note($"{name} is not of this run; nothing vouches for it.");
    }

    private static void Shadow(RunFindings found, string name, string failed) =>
        found.Add(
            EvidenceFault.ShadowingFile,
            name,
            failed,
            "a file that the manifest does not name",
            "the files that the manifest names, each once; move the other one away"
        );
}
