using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What became of the decisions of earlier reviews, one line for each review: what is still there is loud.</summary>
internal sealed class ReviewText(AuditResult result, Paint paint, TextWriter writer)
{
    private static readonly (ReviewState State, string Words)[] Quiet =
    [
        (ReviewState.Gone, "revoked or changed, gone"),
        (ReviewState.Kept, "kept"),
        (ReviewState.GoneAnyway, "gone without a decision to revoke"),
        (ReviewState.NotConfirmed, "not confirmed"),
        (ReviewState.Undecided, "undecided"),
        (ReviewState.Overdue, "overdue"),
    ];

    public void Print()
    {
        foreach (var review in result.Reviews.GroupBy(row => row.Review, StringComparer.Ordinal))
            Print(review.Key, [.. review]);
    }

    private void Print(string name, IReadOnlyList<ReviewedRow> rows)
    {
        var there = rows.Count(row => row.State is ReviewState.StillThere);
        var oneself = rows.Count(row => row.OfOneself);
        string[] words =
        [
            .. there > 0
                ? [paint.Bold($"{Say.Count(there, "path")} revoked or changed and STILL THERE")]
                : Array.Empty<string>(),
            .. Quiet
                .Select(one => (one.Words, Count: rows.Count(row => row.State == one.State)))
                .Where(one => one.Count > 0)
                .Select(one => Say.Count(one.Count, one.Words, one.Words)),
            .. oneself > 0 ? [$"{Say.Count(oneself, "row")} decided by the person concerned"] : Array.Empty<string>(),
        ];
        var mark =
            there > 0 || oneself > 0 || rows.Any(row => row.State is ReviewState.Overdue) ? Glyph.Fail
            : rows.Any(row => row.State is ReviewState.NotConfirmed) ? Glyph.Unknown
            : rows.Any(row => row.State is ReviewState.Undecided) ? Glyph.NotApplicable
            : Glyph.Pass;
        writer.WriteLine($"  {paint.Mark(mark)} Review {Printable.Of(name)}: {string.Join(", ", words)}.");
    }
}
