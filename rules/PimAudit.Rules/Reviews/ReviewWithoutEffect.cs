using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A review whose answers change nothing is a form that people fill in.</summary>
public sealed class ReviewWithoutEffect : IRule
{
    private const string Any = "any";
    private const string Keep = "keep";
    private const string Remove = "remove";
    private const string Recommendation = "recommendation";

    public RuleInfo Info { get; } =
        new(
            Id: "PIM504",
            Title: "An access review does not take needless access away",
            Severity: Severity.Medium,
            Practice: "DO-6",
            Why: "A review that nobody applies, that people answer for themselves, or in which silence means something else than meant, "
                + "leaves the access of those who should lose it.",
            Needs: CoveringReviews.Needs
        )
        {
            Parameters =
            [
                RuleParameter.Choice(
                    "silence",
                    Any,
                    "what must happen to people about whom no reviewer answers: any, keep, remove or recommendation",
                    Any,
                    Keep,
                    Remove,
                    Recommendation
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var silence = context.Parameters.Choice("silence");
        return CoveringReviews.Judge(context, review => Judge(review, silence));
    }

    private static Judgement Judge(AccessReview review, string silence)
    {
        var effect = SilenceOf(review);
        var asksSilence = !string.Equals(silence, Any, StringComparison.Ordinal);
        string?[] faults =
        [
            review.AppliesDecisions is false ? "decisions are not applied" : null,
            asksSilence && effect is not null && !string.Equals(effect, silence, StringComparison.Ordinal)
                ? $"silence means {effect}"
                : null,
            review.SelfReview ? "people review themselves" : null,
        ];
        ImmutableArray<string> found = [.. faults.OfType<string>()];
        if (!found.IsEmpty)
            return Finding(review, found, silence, asksSilence);

        return review.AppliesDecisions is null ? Blind(review, "whether the review applies its decisions")
            : asksSilence && effect is null ? Blind(review, "what silence means in the review")
            : new Judgement.Meets(review.Reference);
    }

    /// <summary>Without a default decision nothing changes; null when not told.</summary>
    private static string? SilenceOf(AccessReview review) =>
        review.AppliesDefault switch
        {
            null => null,
            false => Keep,
            true => review.DefaultDecision?.ToUpperInvariant() switch
            {
                "NONE" or "APPROVE" => Keep,
                "DENY" => Remove,
                "RECOMMENDATION" => Recommendation,
                _ => null,
            },
        };

    private static Judgement.Blind Blind(AccessReview review, string what) =>
        new(review.Reference, new(SnapshotParts.AccessReviews, MissingReason.Malformed, $"Graph did not tell {what}."));

    private static Judgement.Breaks Finding(
        AccessReview review,
        ImmutableArray<string> faults,
        string silence,
        bool asksSilence
    ) =>
        new(
            new FindingDraft
            {
                Subject = review.Reference,
                Title = $"The access review {review.Reference.Label} does not take needless access away",
                Observed = string.Join("; ", faults),
                Expected =
                    $"decisions applied by themselves, reviewers other than the reviewed{(asksSilence ? $", silence means {silence}" : "")}",
                Evidence = [new(SnapshotParts.AccessReviews, review.Id)],
                Fix = new([
                    "In Identity Governance, open Access reviews, select this review and then Settings.",
                    "Under Reviewers, name people who do not review themselves.",
                    "Under Upon completion settings, enable Auto apply results to resource, and choose what happens if reviewers don't respond.",
                    "Select Save.",
                ]),
            }
        );
}
