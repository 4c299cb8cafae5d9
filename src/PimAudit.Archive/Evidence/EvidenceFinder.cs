using System.Collections.Immutable;

namespace PimAudit.Archive;

/// <summary>Runs that were found, and the archives in which some of them lie.</summary>
public sealed class FoundEvidence : IDisposable
{
    private readonly List<IDisposable> archives = [];
    private readonly List<EvidencePlace> places = [];
    private readonly List<CheckedRun> damaged = [];

    public ImmutableArray<EvidencePlace> Places => [.. places];

    /// <summary>Archives that could not be opened.</summary>
    public ImmutableArray<CheckedRun> Damaged => [.. damaged];

    public bool IsEmpty => places.Count == 0 && damaged.Count == 0;

    /// <summary>One run was named by itself: those before it were not asked for.</summary>
    public bool IsSingle { get; private set; }

    /// <param name="paths">Absolute; folders of runs, folders that hold such folders, zip archives of either.</param>
    /// <exception cref="ArchiveException">There is no such file or folder, or the file is no archive.</exception>
    public static FoundEvidence In(IEnumerable<string> paths)
    {
        var found = new FoundEvidence();
        try
        {
            foreach (var path in paths.Distinct(StringComparer.Ordinal))
                found.Add(path);
            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var archive in archives)
            archive.Dispose();
        archives.Clear();
    }

    private void Add(string path)
    {
        if (Directory.Exists(path))
            AddFolder(path);
        else if (File.Exists(path))
            AddArchive(path);
        else
            throw NothingThere(path, "There is no such file or folder.");
    }

    private void AddFolder(string path)
    {
        ImmutableArray<EvidencePlace> runs = [.. EvidenceFolders.In(path)];
        IsSingle = places.Count == 0 && runs is [var one] && one.Label == path;
        foreach (var run in runs.Where(run => places.TrueForAll(known => known.Label != run.Label)))
            places.Add(run);
    }

    private void AddArchive(string path)
    {
        IsSingle = false;
        if (!LooksLikeZip(path))
            throw NothingThere(path, "It is no zip archive.");
        try
        {
            var zip = new ZipRuns(path);
            archives.Add(zip);
            places.AddRange(zip.Places);
        }
        catch (InvalidDataException error)
        {
            damaged.Add(
                new(
                    path,
                    Manifest: null,
                    ManifestHash: null,
                    Files: 0,
                    IsPruned: false,
                    Signature: null,
                    [
                        new(
                            EvidenceFault.BadArchive,
                            File: null,
                            "The archive cannot be read.",
                            error.Message,
                            "a whole zip archive of runs"
                        ),
                    ],
                    []
                )
            );
        }
    }

    private static bool LooksLikeZip(string path)
    {
        Span<byte> head = stackalloc byte[2];
        using var stream = File.OpenRead(path);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head.SequenceEqual("PK"u8);
    }

    private static ArchiveException NothingThere(string path, string seen) =>
        new(
            $"There is nothing to verify at {path}.",
            seen,
            "Nothing was verified.",
            "Name the folder of a run, a folder of such folders, or a zip archive of either."
        );
}
