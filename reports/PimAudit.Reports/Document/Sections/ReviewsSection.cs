using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;

namespace PimAudit.Reports.Document.Sections;

/// <summary>What became of reviews: decided or not, carried out or not. Only where there was one.</summary>
internal static class ReviewsSection
{
    private const int Most = 30;

    private static readonly ImmutableArray<TableColumn> Counted =
    [
        new("Review", 120),
        new("Rows", 50, IsFigure: true),
        new("Decided", 60, IsFigure: true),
        new("Undecided", 60, IsFigure: true),
        new("Still there", 60, IsFigure: true),
        new("Not confirmed", 60, IsFigure: true),
    ];

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Outcome", 98),
        new("Principal", 168),
        new("Role and path", 112),
        new("Reviewer", 104),
    ];

    public static Section? Of(ReportSource source)
    {
        var rows = source.Result.Reviews;
        return rows.IsEmpty
            ? null
            : new(
                Anchors.Reviews,
                "Access reviews",
                "What reviewers decided, and whether this run sees that it was done. Nobody decides about their own access.",
                [
                    Counts(rows),
                    Table(
                        "Decided, and not done",
                        rows.Where(row => row.State is ReviewState.StillThere),
                        "Everything that was to be revoked or changed is gone, as far as it could be looked at."
                    ),
                    Table(
                        "Not decided",
                        rows.Where(row => row.State is ReviewState.Overdue or ReviewState.Undecided)
                            .OrderByDescending(row => row.State is ReviewState.Overdue),
                        "Every row was decided."
                    ),
                    .. Asides(rows),
                ]
            )
            {
                Place = SectionPlace.RunsOn,
            };
    }

    private static DataTable Counts(ImmutableArray<ReviewedRow> rows) =>
        new(
            Title: null,
            Counted,
            [
                .. rows.GroupBy(row => row.Review, StringComparer.Ordinal)
                    .OrderBy(review => review.Key, StringComparer.Ordinal)
                    .Select(review => new TableRow([
                        Rich.Of(review.Key, Tone.Strong),
                        Digits.Of(review.Count()),
                        Digits.Of(review.Count(row => row.Decision is not ReviewDecision.None)),
                        Digits.Of(review.Count(row => row.Decision is ReviewDecision.None)),
                        Digits.Of(review.Count(row => row.State is ReviewState.StillThere)),
                        Digits.Of(review.Count(row => row.State is ReviewState.NotConfirmed)),
                    ])),
            ],
            "No review."
        );

    private static DataTable Table(string title, IEnumerable<ReviewedRow> rows, string empty)
    {
        var all = rows.ToList();
        return new(title, Columns, [.. all.Take(Most).Select(Row)], empty)
        {
            Left = Math.Max(0, all.Count - Most),
            Sheet = "Access Review",
        };
    }

    private static IEnumerable<Block> Asides(ImmutableArray<ReviewedRow> rows)
    {
        var own = rows.Where(row => row.OfOneself).ToList();
        if (own.Count > 0)
            yield return Table("Decided about oneself", own, "");
        var unseen = rows.Count(row => row.State is ReviewState.NotConfirmed);
        if (unseen > 0)
            yield return new Paragraph(
                Rich.Line(
                    new OutcomeRun(RuleOutcome.NotEvaluated, IsNamed: false),
                    new TextRun(
                        $"{Say.Count(unseen, "decision")} could not be looked at again, because not everything that would show "
                            + "the access was read: see "
                    ),
                    new LinkRun("Coverage", Anchors.Coverage),
                    new TextRun(".")
                )
            );
    }

    private static TableRow Row(ReviewedRow row) =>
        new([
            ReviewWords.Outcome(row),
            Rich.Named(row.Principal),
            Rich.Stack(Rich.Name(ChangeWords.At(row.Role, row.Scope)), Rich.Of(row.Path, Tone.Quiet)),
            ReviewWords.Reviewer(row),
        ]);
}
