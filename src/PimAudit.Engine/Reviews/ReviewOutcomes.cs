using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A review that was issued before this run.</summary>
/// <param name="Hash">SHA-256 of its file, 64 hex digits; part of the run id.</param>
public sealed record KeptReview(ReviewRecord Review, string Hash);

/// <summary>Closes the loop: what a run sees of the decisions of earlier reviews.</summary>
public static class ReviewOutcomes
{
    /// <summary>By review and row, as they were issued. The run id of the result becomes another.</summary>
    /// <param name="reviews">Of the same tenant, none of a later snapshot.</param>
    public static AuditResult With(AuditResult result, ImmutableArray<KeptReview> reviews) =>
        reviews.IsEmpty
            ? result
            : Seen(result, reviews) with
            {
                Run = result.Run with
                {
                    Id = ContentHash.Of([result.Run.Id, .. Ordered(reviews).Select(one => $"review {one.Hash}")])[..16],
                },
            };

    /// <summary>By the day of the snapshot, then by name.</summary>
    public static ImmutableArray<KeptReview> Ordered(IEnumerable<KeptReview> reviews) =>
        [
            .. reviews
                .DistinctBy(one => one.Hash, StringComparer.Ordinal)
                .OrderBy(one => one.Review.TakenAt)
                .ThenBy(one => one.Review.Name, StringComparer.Ordinal),
        ];

    internal static AuditResult Seen(AuditResult result, ImmutableArray<KeptReview> reviews)
    {
        if (reviews.IsEmpty)
            return result;

        var sight = new ReviewSight(result);
        return result with
        {
            Reviews =
            [
                .. Ordered(reviews).SelectMany(one => one.Review.Rows.Select(row => Row(one.Review, row, sight))),
            ],
        };
    }

    private static ReviewedRow Row(ReviewRecord review, IssuedRow row, ReviewSight sight) =>
        new(
            review.Name,
            row.Key,
            row.Principal,
            row.Role,
            row.Scope,
            row.Path,
            row.Answer?.Decision ?? ReviewDecision.None,
            row.Answer?.Reviewer,
            row.Answer?.Justification,
            row.Answer?.DecidedOn,
            row.Answer?.Ticket,
            row.Answer?.AppliedBy,
            row.Answer?.AppliedOn,
            SelfReview.Is(row),
            sight.StateOf(review, row)
        );
}
