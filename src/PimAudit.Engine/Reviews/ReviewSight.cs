using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What one run sees of a path that was asked about.</summary>
internal sealed class ReviewSight(AuditResult result)
{
    private readonly Dictionary<string, AccessRoute> routes = AccessRoute.In(result);
    private readonly ReadLists read = new(result.Snapshot.Collection);
    private readonly DateOnly today = DateOnly.FromDateTime(result.Snapshot.TakenAt.UtcDateTime);

    public ReviewState StateOf(ReviewRecord review, IssuedRow row)
    {
        var decision = row.Answer?.Decision ?? ReviewDecision.None;
        if (decision is ReviewDecision.None)
            return Open(review);

        var hops = HopsOf(row);
        var route = routes.GetValueOrDefault(AccessRoute.KeyOf(row.Band, row.Scope, hops));
        if (route is null && !(read.ShowAll(hops) && read.TellsOf(row.State)))
            return ReviewState.NotConfirmed;

        return (decision, route) switch
        {
            (ReviewDecision.Revoke, { }) => ReviewState.StillThere,
            (ReviewDecision.Change, { }) => Unchanged(route, row) switch
            {
                true => ReviewState.StillThere,
                false => ReviewState.Gone,
                null => ReviewState.NotConfirmed,
            },
            (ReviewDecision.Revoke or ReviewDecision.Change, null) => ReviewState.Gone,
            (ReviewDecision.Keep, { }) => ReviewState.Kept,
            (_, null) => ReviewState.GoneAnyway,
            _ => Open(review),
        };
    }

    /// <summary>A row about which the reviewer was unsure is still to be decided.</summary>
    private ReviewState Open(ReviewRecord review) => today > review.DueOn ? ReviewState.Overdue : ReviewState.Undecided;

    /// <summary>What was to be changed is as it was: the same state until the same end.</summary>
    /// <returns>Null where that row is not seen, and not everything that would show it was read.</returns>
    private bool? Unchanged(AccessRoute route, IssuedRow row) =>
        route.Rows.Any(now => now.State == row.State && now.EndsAt == row.EndsAt && now.IsPermanent == row.IsPermanent)
            ? true
        : read.ShowAll(HopsOf(row)) ? false
        : null;

    private static ImmutableArray<Hop> HopsOf(IssuedRow row) =>
        [.. row.Hops.Select(hop => new Hop(hop.From, hop.To, hop.Relation, row.State, null, null, null, []))];
}
