using System.IO.Compression;

namespace PimAudit.Archive;

/// <summary>The files of a snapshot as they lie: in a zip or in a folder. Nobody vouches for them.</summary>
internal abstract class SnapshotSource : IDisposable
{
    /// <summary>Far above any real tenant.</summary>
    private const long MaxFileBytes = 4L << 30;

    /// <summary>Names of the files, whatever they are.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <exception cref="InvalidDataException">A folder, an archive or a file that cannot be meant.</exception>
    public static SnapshotSource Open(string path) =>
        Directory.Exists(path) ? new FolderSource(path) : new ZipSource(path);

    /// <summary>Opens a file by a name of <see cref="Names"/>.</summary>
    public abstract Stream Read(string name, out long maxBytes);

    /// <summary>Opens the file anew at any later time, when this source is closed long since.</summary>
    public abstract Func<Stream> Again(string name);

    public virtual void Dispose() { }

    private sealed class FolderSource(string path) : SnapshotSource
    {
        public override IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file))];

        public override Stream Read(string name, out long maxBytes)
        {
            maxBytes = MaxFileBytes;
            return File.OpenRead(Path.Combine(path, name));
        }

        public override Func<Stream> Again(string name)
        {
            var file = Path.GetFullPath(Path.Combine(path, name));
            return () => File.OpenRead(file);
        }
    }

    private sealed class ZipSource : SnapshotSource
    {
        /// <summary>Rows of a real tenant shrink to a fortieth at most; a bomb shrinks to a thousandth.</summary>
        private const long MaxRatio = 250;
        private const long AlwaysAllowed = 1 << 20;
        private const int MaxEntries = 64;

        private readonly ZipArchive zip;
        private readonly string fullPath;

        public ZipSource(string path)
        {
            fullPath = Path.GetFullPath(path);
            zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MaxEntries)
            {
                var count = zip.Entries.Count;
                zip.Dispose();
                throw new InvalidDataException(
                    $"The archive holds {count} entries; a snapshot has fewer than {MaxEntries}."
                );
            }

            Names = [.. zip.Entries.Select(entry => entry.FullName)];
        }

        public override IReadOnlyList<string> Names { get; }

        public override Stream Read(string name, out long maxBytes)
        {
            var entry = zip.GetEntry(name)!;
            maxBytes = Math.Min(MaxFileBytes, Math.Max(AlwaysAllowed, entry.CompressedLength * MaxRatio));
            return entry.Open();
        }

        public override Func<Stream> Again(string name)
        {
            var archive = fullPath;
            return () => new EntryStream(archive, name);
        }

        public override void Dispose() => zip.Dispose();
    }
}
