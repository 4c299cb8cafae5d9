using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Counts what one part took, and what of it is missing.</summary>
internal sealed class PartMeter(PartNeeds needs)
{
    private readonly SortedDictionary<string, ReadFailure> gaps = new(StringComparer.Ordinal);
    private ReadFailure? whole;
    private bool anyAnswer;
    private int requests;
    private int pages;
    private int retries;
    private long bytes;
    private DateTimeOffset? startedAt;
    private DateTimeOffset? endedAt;

    public int Rows { get; set; }
    public int Dropped { get; set; }

    public bool HasFailed => whole is not null;

    public void Count(GraphRead read)
    {
        requests += read.Requests;
        pages += read.Pages;
        retries += read.Retries;
        bytes += read.Bytes;
        if (read.StartedAt < (startedAt ?? DateTimeOffset.MaxValue))
            startedAt = read.StartedAt;
        if (read.EndedAt > (endedAt ?? DateTimeOffset.MinValue))
            endedAt = read.EndedAt;
    }

    /// <summary>Pages that an interrupted run read.</summary>
    public void CountEarlier(int earlierPages, long earlierBytes)
    {
        requests += earlierPages;
        pages += earlierPages;
        bytes += earlierBytes;
    }

    /// <summary>Nothing of the part can be relied on.</summary>
    public void Fail(ReadFailure failure) => whole = failure;

    /// <summary>The part was read for at least one object.</summary>
    public void Answer() => anyAnswer = true;

    /// <summary>The part is missing for one object; the first reason stays.</summary>
    public void Gap(string objectId, ReadFailure failure) => gaps.TryAdd(objectId, failure);

    /// <summary>A part that failed for every object is missing as a whole.</summary>
    public PartRecord ToRecord()
    {
        var failure = whole ?? (anyAnswer ? null : gaps.Values.FirstOrDefault());
        return new(
            needs.Part,
            failure?.Status ?? (gaps.Count > 0 ? PartStatus.Partial : PartStatus.Complete),
            failure?.Reason,
            failure?.Detail ?? Blind(),
            needs.Request,
            needs.Permission,
            requests,
            pages,
            Rows,
            Dropped,
            retries,
            bytes,
            startedAt,
            endedAt,
            [.. gaps.Select(gap => new ObjectGap(gap.Key, gap.Value.Reason, gap.Value.Detail))]
        );
    }

    private string? Blind() => gaps.Count > 0 ? $"Not read for {Say.Count(gaps.Count, "object")}." : null;
}
