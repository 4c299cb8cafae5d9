using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>When the rounds of a review were finished.</summary>
/// <param name="Last">The last finished round; null when none is known.</param>
/// <param name="FinishedAt">UTC; its end, or the snapshot where it was stopped before its end.</param>
/// <param name="Unknown">Why a later one may have finished; null when all are known.</param>
internal sealed record ReviewRounds(AccessReviewInstance? Last, DateTimeOffset? FinishedAt, Gap? Unknown)
{
    /// <summary>Graph's words for a round whose people have been asked.</summary>
    private static readonly ImmutableHashSet<string> Over = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Completed",
        "AutoReviewing",
        "AutoReviewed",
        "Applying",
        "Applied"
    );

    /// <summary>Graph's words for a round in which nobody has been asked.</summary>
    private static readonly ImmutableHashSet<string> ToCome = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Initializing",
        "NotStarted",
        "Starting"
    );

    public static ReviewRounds Of(RuleContext context, string reviewId, IEnumerable<AccessReviewInstance> rounds)
    {
        var finished = rounds.Where(round => IsFinished(round, context.TakenAt)).ToList();
        var last = finished
            .Where(round => round.EndsAt is not null)
            .OrderByDescending(round => round.EndsAt)
            .ThenBy(round => round.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        var unknown =
            context.Snapshot.Collection.GapOf(SnapshotParts.AccessReviewInstances, reviewId)
            ?? (finished.Any(round => round.EndsAt is null) ? EndNotTold : null);
        return new(last, last?.EndsAt > context.TakenAt ? context.TakenAt : last?.EndsAt, unknown);
    }

    private static readonly Gap EndNotTold = new(
        SnapshotParts.AccessReviewInstances,
        MissingReason.Malformed,
        "Graph did not tell when a finished round of the review ended."
    );

    private static bool IsFinished(AccessReviewInstance round, DateTimeOffset takenAt) =>
        round.Status is { } status && Over.Contains(status)
        || (round.EndsAt <= takenAt && (round.Status is null || !ToCome.Contains(round.Status)));
}
