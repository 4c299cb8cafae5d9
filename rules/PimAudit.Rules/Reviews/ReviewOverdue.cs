using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A review that recurs on paper asks nobody.</summary>
public sealed class ReviewOverdue : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM503",
            Title: "The last finished round of an access review lies too far back",
            Severity: Severity.High,
            Practice: "DO-6",
            Why: "A review that recurs on paper proves nothing: what counts is when people were last asked. Rounds that do not start or "
                + "never end leave access as it was.",
            Needs: CoveringReviews.Needs | SnapshotParts.AccessReviewInstances
        )
        {
            Parameters =
            [
                RuleParameter.Number("maxDays", 92, "most days since the last finished round"),
                RuleParameter.Number("graceDays", 14, "days beyond that for a round that is under way"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = TimeSpan.FromDays(context.Parameters.Number("maxDays") + context.Parameters.Number("graceDays"));
        var rounds = context.Snapshot.AccessReviewInstances.ToLookup(row => row.ReviewId, StringComparer.Ordinal);
        return CoveringReviews.Judge(
            context,
            review => Judge(context, review, ReviewRounds.Of(context, review.Id, rounds[review.Id]), limit)
        );
    }

    private static Judgement Judge(RuleContext context, AccessReview review, ReviewRounds rounds, TimeSpan limit)
    {
        if (context.TakenAt - rounds.FinishedAt <= limit || IsYoung(context, review, rounds, limit))
            return new Judgement.Meets(review.Reference);
        if (rounds.Unknown is { } gap)
            return new Judgement.Blind(review.Reference, gap);

        return review.CreatedAt is null
            ? new Judgement.Blind(review.Reference, AgeNotTold)
            : Finding(context, review, rounds, limit);
    }

    /// <summary>
    /// Created, or first due, so late that no round need be finished yet. After a finished round a late first day is one that
    /// somebody moved.
    /// </summary>
    private static bool IsYoung(RuleContext context, AccessReview review, ReviewRounds rounds, TimeSpan limit)
    {
        var since = context.TakenAt - limit;
        return review.CreatedAt >= since
            || rounds is { FinishedAt: null, Unknown: null }
                && review.Recurrence.StartsOn >= DateOnly.FromDateTime(since.UtcDateTime);
    }

    private static readonly Gap AgeNotTold = new(
        SnapshotParts.AccessReviews,
        MissingReason.Malformed,
        "Graph did not tell when the review was created, so it may be too young for a finished round."
    );

    private static Judgement.Breaks Finding(
        RuleContext context,
        AccessReview review,
        ReviewRounds rounds,
        TimeSpan limit
    ) =>
        new(
            new FindingDraft
            {
                Subject = review.Reference,
                Title = $"The access review {review.Reference.Label} is overdue",
                Observed = rounds.FinishedAt is { } finished
                    ? $"last finished round ended on {Say.Day(finished)}, {Say.Count((int)Math.Ceiling((context.TakenAt - finished).TotalDays), "day")} before the snapshot"
                    : $"no finished round since it was created on {Say.Day(review.CreatedAt!.Value)}",
                Expected =
                    $"a finished round in the last {Say.Count((int)limit.TotalDays, "day")} ({context.Parameters.Number("maxDays")} and {context.Parameters.Number("graceDays")} days of grace)",
                Evidence =
                [
                    new(SnapshotParts.AccessReviews, review.Id),
                    .. rounds.Last is { } last
                        ? [new Evidence(SnapshotParts.AccessReviewInstances, last.Id)]
                        : Array.Empty<Evidence>(),
                ],
                Fix = new([
                    "In Identity Governance, open Access reviews, select this review and look at the current round.",
                    "Where reviewers do not answer, remind them or name others, and complete the round.",
                    "Where no round starts, check its recurrence under Settings, or create the review anew.",
                ]),
            }
        );
}
