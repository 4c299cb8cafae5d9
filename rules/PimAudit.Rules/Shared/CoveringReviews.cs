using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The access reviews that cover somebody eligible, in the sense of PIM501.</summary>
internal static class CoveringReviews
{
    /// <summary>Without these nobody can say which reviews those are.</summary>
    public const SnapshotParts Needs =
        SnapshotParts.AccessReviews
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.RoleAssignments
        | SnapshotParts.ActiveAssignments
        | SnapshotParts.GroupMembers
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.Principals;

    /// <summary>
    /// One judgement for each review. A fault is blind in a review that may be over, or that covers only people who may or may
    /// not stand behind a grant.
    /// </summary>
    public static IEnumerable<Judgement> Judge(RuleContext context, Func<AccessReview, Judgement> judge)
    {
        var cover = ReviewCover.Of(context);
        var roles = EligibleRole.Of(context);
        var covering = context.Fact(one => new Covering(Of(one))).Reviews;
        var certain = covering.Select(review => review.Id).ToHashSet(StringComparer.Ordinal);
        return covering
            .Select(review => ReviewCover.IsTold(review) ? judge(review) : Doubted(judge(review), MayBeOver))
            .Concat(
                roles
                    .SelectMany(role => role.Hidden)
                    .SelectMany(grant => cover.Of(grant.PossibleTargets).Select(review => (Review: review, grant.Gap)))
                    .Where(pair => !certain.Contains(pair.Review.Id))
                    .DistinctBy(pair => pair.Review.Id, StringComparer.Ordinal)
                    .Where(pair => judge(pair.Review) is not Judgement.Meets)
                    .Select(pair => new Judgement.Blind(pair.Review.Reference, pair.Gap))
            );
    }

    private sealed record Covering(ImmutableArray<AccessReview> Reviews);

    private static ImmutableArray<AccessReview> Of(RuleContext context)
    {
        var paths = EligibleRole.Of(context).SelectMany(role => role.Paths);
        return Ordered(paths.Select(ReviewCover.Of(context).Of).Distinct().SelectMany(one => one));
    }

    private static readonly Gap MayBeOver = new(
        SnapshotParts.AccessReviews,
        MissingReason.Malformed,
        "Graph did not tell the state of the review, so it may be over."
    );

    private static Judgement Doubted(Judgement judgement, Gap gap) =>
        judgement is Judgement.Breaks ? new Judgement.Blind(judgement.Subject, gap) : judgement;

    private static ImmutableArray<AccessReview> Ordered(IEnumerable<AccessReview> reviews) =>
        [
            .. reviews
                .DistinctBy(review => review.Id, StringComparer.Ordinal)
                .OrderBy(review => review.Id, StringComparer.Ordinal),
        ];
}
