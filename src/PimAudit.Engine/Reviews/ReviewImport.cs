using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What became of a workbook.</summary>
/// <param name="After">The review with its answers; as it was where there is a problem or nothing new.</param>
/// <param name="Problems">Each with its sheet and cell; one is enough to import nothing.</param>
/// <param name="IsKnown">The very file was imported before.</param>
/// <param name="Answers">Rows in which somebody wrote something.</param>
public sealed record ReviewImportResult(ReviewRecord After, ImmutableArray<string> Problems, bool IsKnown, int Answers);

/// <summary>Takes the answers of a workbook that came back, or says what is wrong with it.</summary>
public static class ReviewImport
{
    /// <param name="today">A day on which nobody on Earth has tomorrow yet: no date of an answer lies after it.</param>
    /// <param name="replace">Where this workbook and an earlier one differ, this one counts.</param>
    public static ReviewImportResult Of(ReviewRecord review, ReturnedReview file, DateOnly today, bool replace)
    {
        if (review.Files.Any(known => string.Equals(known.Sha256, file.Sha256, StringComparison.Ordinal)))
            return new(review, [], IsKnown: true, 0);

        var problems = new List<string>(ForeignFile.ProblemsOf(review, file));
        if (problems.Count > 0)
            return new(review, [.. problems], IsKnown: false, 0);

        var rows = new ReturnedRows(review, file, today);
        problems.AddRange(rows.Problems);
        var merge = new AnswerMerge(review, file, replace);
        var after = merge.With(rows.Answers, problems);
        return problems.Count > 0
            ? new(review, [.. problems], IsKnown: false, 0)
            : new(after, [], IsKnown: false, rows.Answers.Count);
    }
}
