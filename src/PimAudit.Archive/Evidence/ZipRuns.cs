using System.Collections.Immutable;
using System.IO.Compression;

namespace PimAudit.Archive;

/// <summary>The runs in a zip archive that may come from anywhere: bounded, and nothing of it is ever written under its own name.</summary>
internal sealed class ZipRuns : IDisposable
{
    /// <summary>Files of a run shrink to a fortieth at most; a bomb shrinks to a thousandth.</summary>
    private const long MaxRatio = 250;
    private const long AlwaysAllowed = 1 << 20;
    private const long MaxFileBytes = 4L << 30;
    private const int MaxEntries = 100_000;
    private const int MaxDepth = 16;

    private readonly ZipArchive zip;

    /// <exception cref="InvalidDataException">No archive, a damaged one, or one with names that lead elsewhere.</exception>
    public ZipRuns(string path)
    {
        zip = ZipFile.OpenRead(path);
        try
        {
            Check(zip);
            Places = PlacesOf(zip, path);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public ImmutableArray<EvidencePlace> Places { get; }

    public void Dispose() => zip.Dispose();

    private static ImmutableArray<EvidencePlace> PlacesOf(ZipArchive zip, string path)
    {
        ImmutableArray<IGrouping<string, ZipArchiveEntry>> folders =
        [
            .. zip
                .Entries.Where(entry => entry.Name.Length > 0)
                .GroupBy(FolderOf, StringComparer.Ordinal)
                .OrderBy(folder => folder.Key, StringComparer.Ordinal),
        ];
        var runs = folders.Where(IsRun).ToList();
        if (runs.Count == 0)
            runs = [.. folders.Where(folder => folder.Any(entry => EvidenceNames.IsReport(entry.Name)))];
        return [.. runs.Select(folder => new ZipPlace($"{path}!{folder.Key}", folder.Key, [.. folder]))];
    }

    private static bool IsRun(IGrouping<string, ZipArchiveEntry> folder) =>
        EvidenceNames.IsRunFolder(folder.Key.Split('/')[^1])
        || folder.Any(entry => EvidenceNames.IsManifest(entry.Name));

    private static void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxEntries)
            throw new InvalidDataException(
                $"It holds {zip.Entries.Count} entries; an archive of runs has fewer than {MaxEntries}."
            );
        if (zip.Entries.FirstOrDefault(entry => !IsPlain(entry.FullName)) is { } odd)
            throw new InvalidDataException($"It holds '{odd.FullName}', which leads out of its folder.");
    }

    private static bool IsPlain(string name) =>
        name.TrimEnd('/').Split('/') is { Length: <= MaxDepth } parts
        && !name.Any(letter => letter is '\\' or ':' || char.IsControl(letter))
        && !parts.Any(part => part is "" or "." or "..");

    private static string FolderOf(ZipArchiveEntry entry) => entry.FullName[..^entry.Name.Length].TrimEnd('/');

    private sealed class ZipPlace(string label, string folder, ImmutableArray<ZipArchiveEntry> entries)
        : EvidencePlace(label, folder.Split('/'))
    {
        public override IReadOnlyList<string> Names { get; } =
        [.. entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)];

        public override Stream Open(string name)
        {
            var entry = entries.First(one => one.Name == name);
            var most = Math.Min(MaxFileBytes, Math.Max(AlwaysAllowed, entry.CompressedLength * MaxRatio));
            return new HashingStream(entry.Open(), most);
        }
    }
}
