using System.Collections.Immutable;
using PimAudit.Access.Questions.Diagnosis;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Ways that open by themselves: something on them begins by a schedule, or began after the snapshot.</summary>
internal sealed class ComingWays
{
    private static readonly ImmutableArray<SnapshotParts> OfRoles =
    [
        SnapshotParts.RoleAssignmentSchedules,
        SnapshotParts.RoleEligibilitySchedules,
    ];

    private static readonly ImmutableArray<SnapshotParts> OfGroups =
    [
        SnapshotParts.GroupAssignmentSchedules,
        SnapshotParts.GroupEligibilitySchedules,
    ];

    private readonly AccessMap map;
    private readonly WayMaker maker;
    private readonly DateTimeOffset now;
    private readonly DormantRows rows;

    /// <param name="now">UTC; not before the snapshot.</param>
    public ComingWays(AccessMap map, WayMaker maker, DateTimeOffset now)
    {
        (this.map, this.maker, this.now) = (map, maker, now);
        rows = new(map.Snapshot, now);
        Whole = rows.HasComing ? AccessMap.Resolve(rows.Awake) : map;
    }

    /// <summary>The access as it would be if everything to come held already: whoever hides in it hides from the answer.</summary>
    public AccessMap Whole { get; }

    /// <summary>A way that is open already, and only lasts longer by its schedule, is left out.</summary>
    /// <param name="counts">Which certain paths are asked about.</param>
    public IEnumerable<Way> Of(Func<AccessPath, bool> counts)
    {
        if (Whole == map)
            return [];

        var open = map
            .Paths.Where(path => counts(path) && (path.EndsAt is not { } end || end > now))
            .Select(PathKey.Of)
            .ToHashSet(StringComparer.Ordinal);
        return Whole
            .Paths.Where(path => counts(path) && !open.Contains(PathKey.Of(path)))
            .Select(path => (Path: path, OpensAt: Opening(path)))
            .Where(pair => pair.OpensAt is not null)
            .Select(pair => maker.Of(pair.Path, pair.OpensAt));
    }

    /// <summary>
    /// Schedules that were asked for and not read, of groups on the way too; those that nobody asked for are left out.
    /// </summary>
    public static IEnumerable<UnreadFact> Unread(AccessMap map, IEnumerable<Guid> groups) =>
        map.Snapshot.HasPim
            ? OfRoles
                .Select(part => ((ObjectRef?)null, map.Snapshot.Collection.GapOf(part)))
                .Concat(
                    from id in groups
                    from part in OfGroups
                    select ((ObjectRef?)map.Directory.Reference(id), map.Snapshot.Collection.GapOf(part, id))
                )
                .Where(pair => pair.Item2 is { Reason: not (MissingReason.NotCollected or MissingReason.SwitchedOff) })
                .Select(pair => new UnreadFact(pair.Item1, pair.Item2!))
            : [];

    /// <returns>Null for a path that is open, or ends before all of it has begun.</returns>
    private DateTimeOffset? Opening(AccessPath path)
    {
        var sleeping = path.Hops.Select(rows.Of).OfType<DormantRow>().ToList();
        if (sleeping.Count == 0 || sleeping.Exists(row => row.Lapse is Lapse.Ended))
            return null;

        var opensAt = sleeping.Max(row => row.At);
        return path.EndsAt is { } end && end <= opensAt ? null : opensAt;
    }
}
