using System.Globalization;
using PimAudit.Model;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>Ends a statement that was cancelled, takes too long or takes too much memory.</summary>
/// <param name="workingBytes">
/// SQLite counts memory for the whole process, so that another database at work in it can end a query early, never
/// falsify it. Its own heap limit would hit that database instead.
/// </param>
internal sealed class Stopper(QueryLimits limits, long workingBytes, TimeProvider time, CancellationToken cancellation)
{
    /// <summary>Steps of SQLite's machine between two looks.</summary>
    public const int Interval = 200;

    private readonly long start = time.GetTimestamp();
    private readonly long held = raw.sqlite3_memory_used();

    /// <summary>Why the statement was ended; null when it was not, or was cancelled.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>SQLite's progress callback: anything but 0 ends the statement.</summary>
    public int Look()
    {
        if (cancellation.IsCancellationRequested)
            return 1;
        if (time.GetElapsedTime(start) > limits.Time)
            Refusal = new(
                "The query took too long and was ended.",
                $"It had not ended after {Say.Duration(limits.Time)}.",
                $"Join on ids, filter early, or {limits.MoreTime}."
            );
        else if (raw.sqlite3_memory_used() - held > workingBytes)
            Refusal = TooMuchMemory(workingBytes);
        return Refusal is null ? 0 : 1;
    }

    public static Refusal TooMuchMemory(long bytes) =>
        new(
            "The query needs too much memory and was ended.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sorting, grouping or joining took more than {bytes >> 20} MiB."
            ),
            "Join on ids, filter before sorting or grouping, or ask for fewer columns."
        );
}
