using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>A hop that does not hold, and the row that says so.</summary>
internal sealed record DormantHop(Hop Hop, DormantRow Row)
{
    /// <summary>Such as <c>the eligibility of Ada for Global Administrator</c>.</summary>
    public string What =>
        (Hop.Relation, Hop.State) switch
        {
            (HopRelation.Role, HopState.Eligible) => $"the eligibility of {Hop.From.Label} for {Hop.To.Label}",
            (HopRelation.Role, _) => $"the assignment of {Hop.From.Label} to {Hop.To.Label}",
            (_, HopState.Eligible) => $"the eligible membership of {Hop.From.Label} in {Hop.To.Label}",
            _ => $"the membership of {Hop.From.Label} in {Hop.To.Label}",
        };

    public string Text =>
        Row.Lapse switch
        {
            Lapse.Ended => $"{What} ended on {Say.Moment(Row.At)}",
            Lapse.ToCome => $"{What} begins on {Say.Moment(Row.At)}",
            _ => $"{What} began on {Say.Moment(Row.At)}, after the snapshot",
        };

    public Advice Cure =>
        Row.Lapse switch
        {
            Lapse.Ended => new($"Renew {What}: it ended on {Say.Moment(Row.At)}.", Hop.To),
            Lapse.ToCome => new(
                $"Wait until {Say.Moment(Row.At)}, when {What} begins, or let it begin earlier.",
                Hop.To
            ),
            _ => new($"Take a new snapshot: {What} began on {Say.Moment(Row.At)}, after this one.", Hop.To),
        };
}

/// <summary>A way to the role that would be open if rows outside their validity held.</summary>
/// <param name="Hops">Those that do not hold, in the order of the path; at least one.</param>
internal sealed record DormantWay(AccessPath Path, ImmutableArray<DormantHop> Hops)
{
    /// <summary>The one to be mended first: what has ended, before what will begin by itself.</summary>
    public DormantHop First => Hops.MinBy(hop => hop.Row.Lapse)!;

    /// <summary>The rows that hold, and those that do not.</summary>
    public IEnumerable<Evidence> Evidence =>
        Path.Hops.SelectMany(hop =>
            Hops.FirstOrDefault(one => one.Hop == hop) is { } dormant ? [dormant.Row.Evidence] : hop.Evidence
        );

    public IEnumerable<ObjectRef> Groups =>
        Path.Hops.Select(hop => hop.From).Where(one => one.Kind is ObjectKind.Group);

    /// <summary>The way that opens soonest, or else the one that closed last; null when there is none.</summary>
    public static DormantWay? Best(Case asked)
    {
        var rows = new DormantRows(asked.Snapshot, asked.Now);
        return AccessMap
            .Resolve(rows.Awake)
            .Paths.Where(path =>
                asked.IsAsked(path) && path.Hops.All(hop => hop.EndsAt is null || hop.EndsAt > asked.Now)
            )
            .Select(path => new DormantWay(path, HopsOf(path, rows)))
            .Where(way => !way.Hops.IsEmpty)
            .OrderBy(way => asked.RankOf(way.Path))
            .ThenByDescending(way => way.First.Row.Lapse)
            .ThenBy(way => way.Hops.Length)
            .ThenBy(way => way.First.Row is { Lapse: Lapse.Ended, At: var end } ? -end.UtcTicks : way.Opens)
            .FirstOrDefault();
    }

    private long Opens => Hops.Max(hop => hop.Row.At.UtcTicks);

    private static ImmutableArray<DormantHop> HopsOf(AccessPath path, DormantRows rows) =>
        [
            .. path
                .Hops.Select(hop => (Hop: hop, Row: rows.Of(hop)))
                .Where(pair => pair.Row is not null)
                .Select(pair => new DormantHop(pair.Hop, pair.Row!)),
        ];
}
