namespace PimAudit.Archive;

/// <summary>Reads the manifest of a run and its signature.</summary>
internal static class ManifestCheck
{
    public static async Task<RunFindings> OfAsync(
        EvidencePlace place,
        TrustedCertificates? trusted,
        CancellationToken cancellation
    )
    {
        var found = new RunFindings(place);
        found.IsPruned = !place.Has(RunManifest.FileName) && place.Has(EvidenceNames.Pruned);
        var name = found.IsPruned ? EvidenceNames.Pruned : RunManifest.FileName;
        if (!place.Has(name))
        {
            if (Leftovers.IsAll(place.Names))
            {
                found.Note("It was never finished: a process that died left temporary files and nothing else.");
                return found;
            }

            found.Add(
                EvidenceFault.BadManifest,
                name,
                "The run has no manifest.",
                place.Names.Count == 0 ? "an empty folder" : $"{string.Join(", ", place.Names.Take(9))}",
                "manifest.json; without it the run was removed, or was never finished"
            );
            return found;
        }

        await ReadAsync(found, name, cancellation);
        if (place.Has(RunManifest.SignatureName))
            await CheckSignatureAsync(found, trusted, cancellation);
        return found;
    }

    private static async Task ReadAsync(RunFindings found, string name, CancellationToken cancellation)
    {
        try
        {
            var bytes = await found.Place.BytesAsync(name, ManifestFile.MaxBytes, cancellation);
            found.Kept = new(ManifestFile.Read(bytes), bytes, ManifestFile.HashOf(bytes));
            if (found.Kept.Manifest.Seal is null)
                found.Note("Its manifest is of a version that neither sealed nor chained.");
        }
        catch (InvalidDataException error)
        {
            found.Add(
                EvidenceFault.BadManifest,
                name,
                "The manifest cannot be accepted.",
                error.Message,
                "the manifest that PimAudit wrote, unchanged"
            );
        }
    }

    private static async Task CheckSignatureAsync(
        RunFindings found,
        TrustedCertificates? trusted,
        CancellationToken cancellation
    )
    {
        found.HasSignature = true;
        if (found.Kept is not { } kept)
            return;
        try
        {
            var bytes = await found.Place.BytesAsync(RunManifest.SignatureName, SignatureCheck.MaxBytes, cancellation);
            (found.Signature, var problem) = SignatureCheck.Of(bytes, kept.Bytes, kept.Manifest.EndedAt, trusted);
            if (problem is not null)
                found.Add(problem);
        }
        catch (InvalidDataException error)
        {
            found.Add(
                EvidenceFault.BadSignature,
                RunManifest.SignatureName,
                "The signature cannot be read.",
                error.Message,
                "the signature that PimAudit wrote, unchanged"
            );
        }
    }
}
