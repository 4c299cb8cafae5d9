using System.Globalization;
using System.Text.Json;
using PimAudit.Archive;

namespace PimAudit.Collect;

/// <summary>
/// What a collection has read so far, in a folder beside the snapshot to come: an interrupted collection goes on from there.
/// It holds the tenant's answers as they came, readable by its owner alone, and is gone when the snapshot is there.
/// </summary>
public sealed class CollectionJournal : IDisposable
{
    private const string FileName = "journal";
    private const string EventsName = "events.ndjson";

    /// <summary>Answers that are older are no longer one picture with new ones.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    private readonly JournalFile file;
    private readonly Dictionary<string, List<(long Offset, int Length)>> pages = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly List<EventSlice> slices = [];
    private readonly string? made;
    private Guid? tenant;

    /// <param name="made">The topmost folder that had to be made; null when all were there.</param>
    private CollectionJournal(string folder, JournalFile file, string? made)
    {
        Folder = folder;
        this.made = made;
        this.file = file;
        file.ReadAll(Take);
        if (!HoldsEvents())
            slices.Clear();
    }

    /// <summary>Absolute.</summary>
    public string Folder { get; }

    /// <summary>When the collection began, UTC; null when nothing was put down yet.</summary>
    public DateTimeOffset? BeganAt => Header?.TakenAt;

    /// <summary>Something was read that a later run need not read again.</summary>
    public bool HasPages { get; private set; }

    /// <summary>SHA-256 of the snapshot that was about to be put in its place; null when it had not come to that.</summary>
    public string? SnapshotHash { get; private set; }

    /// <summary>A file name in the folder, for what is made before it is put in place.</summary>
    public string Beside(string name) => Path.Combine(Folder, name);

    internal JournalHeader? Header { get; private set; }

    internal IReadOnlyList<EventSlice> Slices => slices;

    internal string EventsPath => Path.Combine(Folder, EventsName);

    /// <summary>True when an interrupted collection lies there.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Opens what lies in the folder, or begins there.</summary>
    /// <exception cref="IOException">Another collection is writing there, or the file system refused.</exception>
    public static CollectionJournal Open(string folder)
    {
        var full = Path.GetFullPath(folder);
        string? topmost = null;
        for (var at = full; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
            topmost = at;
        CreateFolder(full);
        return new(full, JournalFile.Open(Path.Combine(full, FileName)), topmost);
    }

    /// <summary>Removes what an interrupted collection left.</summary>
    /// <exception cref="IOException">Another collection is writing there, or the file system refused.</exception>
    public static void Discard(string folder)
    {
        if (!Exists(folder))
            return;
        using (JournalFile.Open(Path.Combine(folder, FileName))) { }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Notes which snapshot is about to be put in its place.</summary>
    public void Announce(string snapshotHash) => file.Append(new(Snapshot: snapshotHash));

    /// <summary>The snapshot is in its place: nothing of the journal is needed any more.</summary>
    public void Complete()
    {
        file.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Nothing was read: what was made for it goes, the folders above it too where they were made for it alone.</summary>
    public void Abandon()
    {
        Complete();
        for (
            var at = Path.GetDirectoryName(Folder);
            at is not null
                && at.Length >= (made?.Length ?? int.MaxValue)
                && !Directory.EnumerateFileSystemEntries(at).Any();
            at = Path.GetDirectoryName(at)
        )
            Directory.Delete(at);
    }

    public void Dispose() => file.Dispose();

    /// <summary>Begins, or goes on.</summary>
    /// <returns>The start of the collection.</returns>
    /// <exception cref="JournalMismatchException">What was begun cannot go on as this collection.</exception>
    internal DateTimeOffset Begin(JournalHeader header)
    {
        if (Header is not { } begun)
        {
            Header = header;
            file.Append(new(Header: header));
            return header.TakenAt;
        }

        if (header.DifferenceTo(begun) is { } difference)
            throw new JournalMismatchException(Folder, difference);
        if (header.TakenAt - begun.TakenAt > Oldest)
            throw new JournalMismatchException(
                Folder,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it was begun {begun.TakenAt:yyyy-MM-dd HH:mm} UTC, more than a day ago"
                )
            );
        return begun.TakenAt;
    }

    /// <summary>Notes which tenant answered.</summary>
    /// <exception cref="JournalMismatchException">Another one answered before.</exception>
    internal void Confirm(Guid answered)
    {
        if (tenant is { } before && before != answered)
            throw new JournalMismatchException(
                Folder,
                $"it reads the tenant {before:D}, and {answered:D} answered now"
            );
        if (tenant is null)
            file.Append(new(Tenant: answered));
        tenant = answered;
    }

    internal bool IsDone(string key) => done.Contains(key);

    /// <summary>None where one of them got lost.</summary>
    internal IEnumerable<byte[]> PagesOf(string key) =>
        pages.GetValueOrDefault(key, []).Select(page => file.Body(page.Offset, page.Length));

    internal void AddPage(string key, int number, ReadOnlySpan<byte> body) =>
        file.Append(new(Page: key, Number: number), body);

    internal void AddDone(string key)
    {
        file.Append(new(Done: key));
        HasPages = true;
    }

    internal void AddSlice(EventSlice slice)
    {
        file.Append(new(Slice: slice));
        HasPages = true;
    }

    private void Take(JournalLine line, long offset, int length)
    {
        if (line.Header is { } header)
            Header = header;
        else if (line.Tenant is { } answered)
            tenant = answered;
        else if (line is { Page: { } key, Number: { } number })
            TakePage(key, number, (offset, length));
        else if (line.Done is { } whole)
            HasPages = done.Add(whole);
        else if (line.Slice is { } slice)
        {
            slices.Add(slice);
            HasPages = true;
        }
        else if (line.Snapshot is { } hash)
            SnapshotHash = hash;
    }

    /// <summary>A read that was interrupted was begun anew: its first page comes twice, and the later one counts.</summary>
    private void TakePage(string key, int number, (long Offset, int Length) place)
    {
        if (number == 0)
            pages[key] = [];
        if (pages.GetValueOrDefault(key) is { } known && known.Count == number)
            known.Add(place);
        else
            pages.Remove(key);
    }

    /// <summary>After a power cut the file of events may lack what the journal says of it; the log is read anew then.</summary>
    private bool HoldsEvents()
    {
        var rows = slices.Sum(slice => slice.Rows);
        if (rows == 0)
            return true;

        try
        {
            return EventFile.Read(EventsPath).Take(rows).Count() == rows;
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException or FileNotFoundException)
        {
            return false;
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }
}
