using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>A few events among those of a long log; of the same moment, those of the log come first.</summary>
internal sealed class MergedAuditLog : IAuditLog
{
    private readonly IAuditLog? log;
    private readonly JsonObject[] events;
    private readonly DateTimeOffset[] times;

    /// <summary>Index of each event in the merged log, ascending.</summary>
    private readonly long[] places;

    public MergedAuditLog(IEnumerable<JsonObject> added, IAuditLog? log)
    {
        this.log = log;
        events = [.. added.OrderBy(AuditStore.TimeOf)];
        times = [.. events.Select(AuditStore.TimeOf)];
        places = [.. times.Select((time, index) => index + (log is null ? 0 : FirstAfter(log, time)))];
    }

    public long Count => events.Length + (log?.Count ?? 0);

    public DateTimeOffset TimeOf(long index)
    {
        var (added, inLog) = Find(index);
        return added is { } own ? times[own] : log!.TimeOf(inLog);
    }

    public JsonObject Body(long index)
    {
        var (added, inLog) = Find(index);
        return added is { } own ? events[own].DeepClone().AsObject() : log!.Body(inLog);
    }

    /// <summary>Index of the first event at the moment or after it; the count when there is none.</summary>
    public static long FirstAt(IAuditLog log, DateTimeOffset moment) => First(log, time => time >= moment);

    /// <summary>Index of the first event after the moment; the count when there is none.</summary>
    public static long FirstAfter(IAuditLog log, DateTimeOffset moment) => First(log, time => time > moment);

    private static long First(IAuditLog log, Func<DateTimeOffset, bool> isReached)
    {
        var (low, high) = (0L, log.Count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (isReached(log.TimeOf(middle)))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private (int? Added, long InLog) Find(long index)
    {
        var place = Array.BinarySearch(places, index);
        return place >= 0 ? (place, 0) : (null, index - ~place);
    }
}
