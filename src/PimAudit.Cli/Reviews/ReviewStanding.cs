using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>How far one reviewer is.</summary>
/// <param name="Reviewer">Whom the configuration names, else who signed; null for nobody.</param>
internal sealed record ReviewerStanding(string? Reviewer, int Rows, int Decided, int Unsure);

/// <summary>How far a review is on a day.</summary>
/// <param name="Decided">Keep, Revoke or Change.</param>
/// <param name="Unsure">Somebody else must decide.</param>
/// <param name="Undecided">Nothing was chosen.</param>
/// <param name="IsOver">The last day is over.</param>
/// <param name="FromMicrosoft">Rows answered by one of Microsoft's access reviews.</param>
/// <param name="OfOneself">Rows on which somebody decided about his own access, or applied such a decision.</param>
internal sealed record ReviewStanding(
    int Rows,
    int Decided,
    int Unsure,
    int Undecided,
    bool IsOver,
    int FromMicrosoft,
    ImmutableArray<ReviewerStanding> Reviewers,
    ImmutableArray<IssuedRow> OfOneself
)
{
    /// <param name="today">UTC.</param>
    public static ReviewStanding Of(ReviewRecord review, DateOnly today) =>
        new(
            review.Rows.Length,
            review.Rows.Count(IsDecided),
            review.Rows.Count(IsUnsure),
            review.Rows.Count(row => row.Answer is null or { Decision: ReviewDecision.None }),
            today > review.DueOn,
            review.Rows.Count(row => row.Answer?.Source is not null),
            [
                .. review
                    .Rows.GroupBy(row => row.Asked ?? row.Answer?.Reviewer, StringComparer.OrdinalIgnoreCase)
                    .Select(rows => new ReviewerStanding(
                        rows.Key,
                        rows.Count(),
                        rows.Count(IsDecided),
                        rows.Count(IsUnsure)
                    ))
                    .OrderBy(one => one.Reviewer is null)
                    .ThenBy(one => one.Reviewer, StringComparer.Ordinal),
            ],
            [.. review.Rows.Where(SelfReview.Is)]
        );

    private static bool IsDecided(IssuedRow row) =>
        row.Answer?.Decision is ReviewDecision.Keep or ReviewDecision.Revoke or ReviewDecision.Change;

    private static bool IsUnsure(IssuedRow row) => row.Answer?.Decision is ReviewDecision.Unsure;
}
