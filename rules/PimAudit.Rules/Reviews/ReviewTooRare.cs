using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Between two reviews nobody asks, so the time between them is how long needless access lives.</summary>
public sealed class ReviewTooRare : IRule
{
    internal static readonly RuleParameter MaxDays = RuleParameter.Number(
        "maxDays",
        92,
        "most days from one review to the next"
    );

    public RuleInfo Info { get; } =
        new(
            Id: "PIM502",
            Title: "An access review recurs less often than the profile asks",
            Severity: Severity.Medium,
            Practice: "DO-6",
            Why: "The time between two reviews is how long access lives on that nobody needs any more. A quarter is what the practice "
                + "allows.",
            Needs: CoveringReviews.Needs
        )
        {
            Parameters = [MaxDays],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var max = context.Parameters.Number(MaxDays.Name);
        return CoveringReviews.Judge(
            context,
            review => review.Recurrence.EveryDays > max ? Finding(review, max) : new Judgement.Meets(review.Reference)
        );
    }

    private static Judgement.Breaks Finding(AccessReview review, int max) =>
        new(
            new FindingDraft
            {
                Subject = review.Reference,
                Title = $"The access review {review.Reference.Label} recurs too rarely",
                Observed = $"every {Days(review.Recurrence.EveryDays!.Value)}",
                Expected = $"at least every {Say.Count(max, "day")}",
                Evidence = [new(SnapshotParts.AccessReviews, review.Id)],
                Fix = new([
                    "In Identity Governance, open Access reviews, select this review and then Settings.",
                    "Under Recurrence, select Quarterly or Monthly, without an end.",
                    "Select Save.",
                ]),
            }
        );

    private static string Days(double days) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(days):0} days");
}
