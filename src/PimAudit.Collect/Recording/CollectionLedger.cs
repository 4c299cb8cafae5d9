using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Keeps the books: every read is settled here once, so that no failure gets lost.</summary>
internal sealed class CollectionLedger
{
    private readonly Dictionary<SnapshotParts, PartMeter> meters = PartCatalogue.All.ToDictionary(
        needs => needs.Part,
        needs => new PartMeter(needs)
    );

    /// <summary>Coverage notes that concern no single part.</summary>
    public List<string> Notes { get; } = [];

    public PartMeter this[SnapshotParts part] => meters[part];

    public ImmutableArray<PartRecord> Records => [.. PartCatalogue.All.Select(Record)];

    /// <summary>Settles a read that makes up its whole part.</summary>
    /// <returns>True when its rows are there.</returns>
    public bool Settle(GraphRead read)
    {
        var meter = meters[read.Question.Part];
        meter.Count(read);
        if (read.Failure is { } failure)
            meter.Fail(failure);
        else
            meter.Answer();
        return read.Failure is null;
    }

    /// <summary>Settles a read of one object.</summary>
    /// <param name="objectId">As <see cref="ObjectGap.ObjectId"/>.</param>
    /// <returns>True when its rows are there.</returns>
    public bool Settle(GraphRead read, string objectId)
    {
        var meter = meters[read.Question.Part];
        meter.Count(read);
        if (read.Failure is { } failure)
            meter.Gap(objectId, failure);
        else
            meter.Answer();
        return read.Failure is null;
    }

    public bool Settle(GraphRead read, Guid objectId) => Settle(read, objectId.ToString("D"));

    /// <summary>A part for which nobody could name an object was not asked for: it is not an empty one.</summary>
    private PartRecord Record(PartNeeds needs)
    {
        var record = meters[needs.Part].ToRecord();
        var unnamed = PartCatalogue
            .All.Where(other => needs.NamedBy.HasFlag(other.Part) && meters[other.Part].ToRecord().IsMissing)
            .ToList();
        return record is { Requests: 0, Status: PartStatus.Complete } && unnamed.Count > 0
            ? record with
            {
                Status = PartStatus.NotAsked,
                Reason = MissingReason.NotCollected,
                Detail = $"Nothing could be asked, because {unnamed[0].Request} was not read.",
            }
            : record;
    }
}
