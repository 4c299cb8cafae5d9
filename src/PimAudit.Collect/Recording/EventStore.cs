using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Where audit events go while they are read: into the journal's folder, or into memory where there is none.</summary>
internal sealed class EventStore(CollectionJournal? journal)
{
    private readonly List<EventSlice> added = [];
    private readonly List<PimEvent> kept = [];

    /// <summary>The last stretch that was read completely; null before the first.</summary>
    public EventSlice? Last { get; private set; } = journal?.Slices.LastOrDefault();

    /// <summary>All stretches of this collection, those of an interrupted run included.</summary>
    public IReadOnlyList<EventSlice> Slices => [.. (journal?.Slices ?? []), .. added];

    /// <summary>Everything so far; a journal's file is read anew by everybody who goes through it.</summary>
    public IEnumerable<PimEvent> Rows =>
        journal is null ? kept
        : Last is null ? []
        : EventFile.Read(journal.EventsPath);

    /// <param name="rows">In their final order.</param>
    public void Add(EventSlice slice, IReadOnlyList<PimEvent> rows)
    {
        Last = slice with { Length = journal is null ? 0 : Write(journal.EventsPath, rows) };
        added.Add(Last);
        if (journal is null)
            kept.AddRange(rows);
        else
            journal.AddSlice(Last);
    }

    /// <summary>What lies behind the last whole stretch was torn, and is written again.</summary>
    /// <returns>Length of the file.</returns>
    private long Write(string path, IReadOnlyList<PimEvent> rows)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.SetLength(Last?.Length ?? 0);
        stream.Position = stream.Length;
        foreach (var row in rows)
            EventFile.Append(stream, row);
        stream.Flush();
        return stream.Length;
    }
}
