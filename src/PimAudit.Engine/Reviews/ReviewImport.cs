using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What became of a file.</summary>
/// <param name="After">The review with its answers; as it was where there is a problem or nothing new.</param>
/// <param name="Problems">Each with its cell; one is enough to import nothing.</param>
/// <param name="IsKnown">The very file was imported before.</param>
/// <param name="Answers">Rows of the review to which it holds an answer.</param>
public sealed record ReviewImportResult(ReviewRecord After, ImmutableArray<string> Problems, bool IsKnown, int Answers)
{
    /// <summary>Of a report of Microsoft's.</summary>
    public MicrosoftSummary? Microsoft { get; init; }
}

/// <summary>What of a report of Microsoft's was taken.</summary>
/// <param name="Decisions">Its rows that answer something.</param>
/// <param name="Unasked">
/// Rows of the review that lead through a group to a role about which the report says something of the same person: they are
/// still to be answered.
/// </param>
/// <param name="NotTaken">Why its other rows answer nothing, with their numbers; no names.</param>
public sealed record MicrosoftSummary(int Decisions, int Unasked, ImmutableArray<string> NotTaken);

/// <summary>Takes the answers of a file that came back, or says what is wrong with it.</summary>
public static class ReviewImport
{
    /// <param name="today">A day on which nobody on Earth has tomorrow yet: no date of an answer lies after it.</param>
    /// <param name="replace">Where this workbook and an earlier file differ, this one counts.</param>
    public static ReviewImportResult Of(ReviewRecord review, ReturnedReview file, DateOnly today, bool replace)
    {
        if (IsKnown(review, file.Sha256))
            return Known(review);
        if (ForeignFile.ProblemsOf(review, file).ToImmutableArray() is { IsEmpty: false } foreign)
            return new(review, foreign, IsKnown: false, 0);

        var rows = new ReturnedRows(review, file, today);
        return Merged(
            review,
            new(file.FileName, file.Sha256, rows.Answers.Count),
            rows.Answers,
            rows.Problems,
            rows.Place,
            replace
        );
    }

    /// <param name="table">Microsoft's access review history report, or what <see cref="HistoryColumns"/> made of a review.</param>
    /// <param name="today">As for a workbook.</param>
    /// <param name="replace">As for a workbook.</param>
    public static ReviewImportResult Of(ReviewRecord review, ReturnedTable table, DateOnly today, bool replace)
    {
        if (IsKnown(review, table.Sha256))
            return Known(review);
        if (HistoryColumns.IsOurs(table))
        {
            var own = new OwnHistory(review, table, today);
            return Merged(review, FileOf(table, own.Answers.Count), own.Answers, own.Problems, own.Place, replace);
        }

        var history = new MicrosoftHistory(review, table, today);
        return Merged(
            review,
            FileOf(table, history.Answers.Count),
            history.Answers,
            history.Problems,
            history.Place,
            replace
        ) with
        {
            Microsoft = new(history.Decisions, history.Unasked, history.Notes),
        };
    }

    private static ReviewImportResult Merged(
        ReviewRecord review,
        ImportedFile file,
        IReadOnlyDictionary<string, ReviewAnswer> answers,
        IReadOnlyList<string> problems,
        Func<string, string, string> place,
        bool replace
    )
    {
        var all = new List<string>(problems);
        var after = new AnswerMerge(review, file, place, replace).With(answers, all);
        return all.Count > 0
            ? new(review, [.. all.Distinct(StringComparer.Ordinal)], IsKnown: false, 0)
            : new(after, [], IsKnown: false, answers.Count);
    }

    private static ImportedFile FileOf(ReturnedTable table, int answers) => new(table.FileName, table.Sha256, answers);

    private static bool IsKnown(ReviewRecord review, string sha256) =>
        review.Files.Any(known => string.Equals(known.Sha256, sha256, StringComparison.Ordinal));

    private static ReviewImportResult Known(ReviewRecord review) => new(review, [], IsKnown: true, 0);
}
