using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Assignments that a question is about, and what it could not see.</summary>
/// <param name="Rows">Those that still hold at the moment of the question.</param>
/// <param name="Ended">Those that have ended between the snapshot and the question.</param>
public sealed record Held(
    ImmutableArray<HeldRow> Rows,
    ImmutableArray<HeldRow> Ended,
    ImmutableArray<UnreadFact> Unread
)
{
    /// <summary>Activations in progress, by end.</summary>
    /// <param name="now">UTC.</param>
    public static Held ActiveNow(AccessMap map, DateTimeOffset now) =>
        ByEnd(map, HeldRow.All(map).Where(row => row.State is HopState.Activated), now);

    /// <summary>Assignments, eligible and active, that end at or before the moment plus the time, by end. Activations end of themselves and are left out.</summary>
    /// <param name="now">UTC.</param>
    public static Held Expiring(AccessMap map, TimeSpan within, DateTimeOffset now) =>
        ByEnd(
            map,
            HeldRow
                .All(map)
                .Where(row => row.State is HopState.Standing or HopState.Eligible)
                .Where(row => row.EndsAt is { } end && end - now <= within),
            now
        );

    private static Held ByEnd(AccessMap map, IEnumerable<HeldRow> rows, DateTimeOffset now)
    {
        var sorted = rows.OrderBy(row => row.EndsAt ?? DateTimeOffset.MaxValue).ToList();
        var unknown = HeldRow
            .All(map)
            .Where(row => row.State is HopState.Unknown)
            .Select(row => new UnreadFact(
                row.Principal,
                new(
                    row.Relation is HopRelation.Role ? SnapshotParts.ActiveAssignments : SnapshotParts.GroupAssignments,
                    MissingReason.Malformed,
                    $"Whether the assignment to {row.Target.Label} was activated, and until when it lasts, is unknown."
                )
            ));
        return new(
            [.. sorted.Where(row => row.EndsAt is not { } end || end > now)],
            [.. sorted.Where(row => row.EndsAt is { } end && end <= now)],
            UnreadOf(map, unknown)
        );
    }

    /// <summary>Lists and groups that were not read, and what else a question could not see.</summary>
    internal static ImmutableArray<UnreadFact> UnreadOf(AccessMap map, IEnumerable<UnreadFact> more) =>
        Questions.Unread.Once(
            Questions
                .Unread.Lists(map.Snapshot)
                .Concat(Questions.Unread.GroupList(map.Snapshot))
                .Select(gap => new UnreadFact(Subject: null, gap))
                .Concat(Questions.Unread.People(map, Questions.Unread.Groups(map.Snapshot), withOwners: true))
                .Concat(Questions.Unread.PossibleGroups(map))
                .Concat(more)
        );
}
