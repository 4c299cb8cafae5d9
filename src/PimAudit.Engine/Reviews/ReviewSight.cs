using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What one run sees of a path that was asked about.</summary>
internal sealed class ReviewSight(AuditResult result)
{
    private readonly AccessSeen seen = new(result);
    private readonly DateOnly today = DateOnly.FromDateTime(result.Snapshot.TakenAt.UtcDateTime);

    public ReviewState StateOf(ReviewRecord review, IssuedRow row) =>
        (row.Answer?.Decision ?? ReviewDecision.None, IsThere(row)) switch
        {
            (ReviewDecision.None, _) => Open(review),
            (_, null) => ReviewState.NotConfirmed,
            (ReviewDecision.Revoke, true) => ReviewState.StillThere,
            (ReviewDecision.Change, true) => IsChanged(row) switch
            {
                true => ReviewState.Gone,
                false => ReviewState.StillThere,
                null => ReviewState.NotConfirmed,
            },
            (ReviewDecision.Revoke or ReviewDecision.Change, false) => ReviewState.Gone,
            (ReviewDecision.Keep, true) => ReviewState.Kept,
            (_, false) => ReviewState.GoneAnyway,
            _ => Open(review),
        };

    /// <summary>
    /// Whether the access that was asked about is still open or can be activated. An activation that has ended took nothing
    /// away from somebody who reaches the role otherwise.
    /// </summary>
    /// <returns>Null where it is not seen, and not everything that would show it was read.</returns>
    private bool? IsThere(IssuedRow row)
    {
        var hops = HopsOf(row);
        if (
            seen.Routes.ContainsKey(AccessRoute.KeyOf(row.Band, row.Scope, hops))
            || seen.ShowsAsGroup(row.Principal, row.Scope, hops)
            || (row.State is HopState.Activated && seen.Reaches(row.Principal, row.Role, row.Scope))
        )
            return true;
        return seen.Read.ShowAll(hops) && seen.Read.TellsOf(row.State) ? false : null;
    }

    /// <summary>A row about which the reviewer was unsure is still to be decided.</summary>
    private ReviewState Open(ReviewRecord review) => today > review.DueOn ? ReviewState.Overdue : ReviewState.Undecided;

    /// <summary>Another state or another end: what was to be changed is not as it was. The end of an activation changes nothing.</summary>
    /// <returns>Null where the row is not seen as it was, and not everything that would show it was read.</returns>
    private bool? IsChanged(IssuedRow row)
    {
        var hops = HopsOf(row);
        var route = seen.Routes.GetValueOrDefault(AccessRoute.KeyOf(row.Band, row.Scope, hops));
        if (row.State is HopState.Activated || route is null || route.Rows.Any(now => IsAsAsked(now, row)))
            return false;
        return seen.Read.ShowAll(hops) ? true : null;
    }

    private static bool IsAsAsked(AccessRow now, IssuedRow row) =>
        now.State == row.State && now.EndsAt == row.EndsAt && now.IsPermanent == row.IsPermanent;

    private static ImmutableArray<Hop> HopsOf(IssuedRow row) =>
        [.. row.Hops.Select(hop => new Hop(hop.From, hop.To, hop.Relation, row.State, null, null, null, []))];
}
