using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Whether somebody asks every quarter who still needs it.</summary>
internal static class ReviewSteps
{
    /// <summary>The longest quarter.</summary>
    private const double Quarter = 92;

    public static PlanItem Of(AccessMap map, PlannedRole role, GroupFacts group, bool ofGroupAlone)
    {
        var what = ofGroupAlone
            ? $"Access review of {group.Planned.Label}, quarterly, without end"
            : $"Access review of {role.Label} or of {group.Planned.Label}, quarterly, without end";
        var part = map.Snapshot.Collection.GapOf(SnapshotParts.AccessReviews);
        var running = map
            .Snapshot.AccessReviews.Where(review => review.RunsAt(map.Snapshot.TakenAt))
            .Where(review => review.Targets.Any(target => Covers(target, role, group, ofGroupAlone)))
            .OrderBy(review => review.Recurrence.EveryDays)
            .ThenBy(review => review.Id, StringComparer.Ordinal)
            .ToList();
        var told = running.Where(review => review.Status is not null).ToList();
        if (told.FirstOrDefault() is { } best)
            return PlanItem.Of(
                what,
                $"{best.Reference.Label}, every {Days(best.Recurrence.EveryDays!.Value)}",
                best.Recurrence.EveryDays <= Quarter
            );

        var gap = part ?? (running.Count > 0 ? Stateless(running[0]) : null);
        return gap is null
            ? PlanItem.Of(what, "none runs", done: false)
            : PlanItem.Of(what, "", done: null, new(Subject: null, gap));
    }

    /// <summary>A review of a role lists no eligible members of a group, so a membership to activate needs its own.</summary>
    private static bool Covers(ReviewTarget target, PlannedRole role, GroupFacts group, bool ofGroupAlone) =>
        target.CoversEligible
        && (target.IsRole ? !ofGroupAlone && target.Id == role.Id : target.Id == group.Planned.Id);

    private static Gap Stateless(AccessReview review) =>
        new(
            SnapshotParts.AccessReviews,
            MissingReason.Malformed,
            $"Graph did not tell the state of the review {review.Reference.Label}, so it may be over."
        );

    private static string Days(double days) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(days):0} days");
}
