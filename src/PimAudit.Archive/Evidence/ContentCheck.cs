using System.IO.Compression;
using System.Text.Json;

namespace PimAudit.Archive;

/// <summary>Whether manifest, result, snapshot and folder speak of the same run.</summary>
internal static class ContentCheck
{
    private const string SnapshotManifestName = "manifest.json";
    private const int MaxSnapshotManifest = 64 << 20;

    public static async Task CheckAsync(RunFindings found, CancellationToken cancellation)
    {
        if (found.Kept is not { Manifest: var manifest })
            return;
        if (found.Place.Tenant is { } tenant && tenant != manifest.Tenant)
            found.Add(
                EvidenceFault.Misplaced,
                file: null,
                "The run lies in the folder of another tenant.",
                $"{tenant:D}",
                $"{manifest.Tenant:D}, as its manifest says"
            );
        if (found.IsPruned || !found.Place.HoldsFiles)
            return;
        await CheckResultAsync(found, manifest, cancellation);
        foreach (var file in manifest.Files.Where(file => file.Name.EndsWith(".pimsnap", StringComparison.Ordinal)))
            if (found.Place.Has(file.Name))
                await CheckSnapshotAsync(found, manifest, file.Name, cancellation);
    }

    private static async Task CheckResultAsync(RunFindings found, RunManifest manifest, CancellationToken cancellation)
    {
        if (manifest.Files.All(file => file.Name != EvidenceNames.Result))
            Contradict(found, EvidenceNames.Result, "The manifest names no result.", "no result.json", "one");
        if (!found.Place.Has(EvidenceNames.Result))
            return;
        try
        {
            await using var stream = found.Place.Open(EvidenceNames.Result);
            if (await ResultHead.ReadAsync(stream, cancellation) is { } head)
                Compare(found, manifest, head);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            Contradict(found, EvidenceNames.Result, "The result cannot be read.", error.Message, "a result.json");
        }
    }

    private static void Compare(RunFindings found, RunManifest manifest, ResultHead head)
    {
        foreach (var (what, here, there) in head.Against(manifest))
            Contradict(
                found,
                EvidenceNames.Result,
                $"Manifest and result.json name another {what}.",
                $"{there} in the manifest",
                $"{here}, as in result.json"
            );
        if (found.Place.Time is { } time && time != RunChain.NameOf(head.Snapshot.TakenAt))
            found.Add(
                EvidenceFault.Misplaced,
                file: null,
                "The run lies in the folder of another time.",
                time,
                $"{RunChain.NameOf(head.Snapshot.TakenAt)}, when its snapshot was taken"
            );
    }

    private static async Task CheckSnapshotAsync(
        RunFindings found,
        RunManifest manifest,
        string name,
        CancellationToken cancellation
    )
    {
        try
        {
            var hash = await SnapshotHashAsync(found.Place, name, cancellation);
            if (hash != manifest.SnapshotHash)
                Contradict(
                    found,
                    name,
                    "The snapshot is another one than the manifest names.",
                    $"SHA-256 of its manifest {hash}",
                    manifest.SnapshotHash
                );
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            Contradict(found, name, "The snapshot cannot be read.", error.Message, "a .pimsnap");
        }
    }

    /// <summary>An archive in an archive is put down in a file without a name that lasts, because a zip is read from its end.</summary>
    private static async Task<string> SnapshotHashAsync(
        EvidencePlace place,
        string name,
        CancellationToken cancellation
    )
    {
        await using var stream = place.Open(name);
        if (stream.CanSeek)
            return await HashInAsync(stream, cancellation);
        await using var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        await stream.CopyToAsync(copy, cancellation);
        copy.Position = 0;
        return await HashInAsync(copy, cancellation);
    }

    private static async Task<string> HashInAsync(Stream stream, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var entry = zip.GetEntry(SnapshotManifestName) ?? throw new InvalidDataException("It holds no manifest.json.");
        await using var inner = new HashingStream(entry.Open(), MaxSnapshotManifest);
        await inner.CopyToAsync(Stream.Null, cancellation);
        return inner.Hash();
    }

    private static void Contradict(RunFindings found, string file, string failed, string seen, string expected) =>
        found.Add(EvidenceFault.Contradiction, file, failed, seen, expected);
}
