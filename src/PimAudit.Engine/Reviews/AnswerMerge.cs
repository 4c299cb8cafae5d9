using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Lays the answers of a workbook over those that are there: what was empty is filled in, what differs is a conflict.</summary>
/// <param name="replace">What differs is taken from this workbook.</param>
internal sealed class AnswerMerge(ReviewRecord review, ReturnedReview file, bool replace)
{
    public ReviewRecord With(IReadOnlyDictionary<string, ReviewAnswer> answers, List<string> problems)
    {
        var places = file
            .Rows.Where(row => row.Cells.ContainsKey(ReviewColumns.RowKey))
            .DistinctBy(row => row.Cells[ReviewColumns.RowKey].Text, StringComparer.Ordinal)
            .ToDictionary(row => row.Cells[ReviewColumns.RowKey].Text, StringComparer.Ordinal);
        return review with
        {
            Rows =
            [
                .. review.Rows.Select(row =>
                    answers.TryGetValue(row.Key, out var answer)
                        ? row with
                        {
                            Answer = Merged(row.Answer, answer, places[row.Key], problems),
                        }
                        : row
                ),
            ],
            Files = review.Files.Add(new(file.FileName, file.Sha256, answers.Count)),
        };
    }

    private ReviewAnswer Merged(ReviewAnswer? was, ReviewAnswer now, ReturnedRow row, List<string> problems)
    {
        if (was is null)
            return now;

        T? One<T>(string head, T? before, T? after) =>
            after is null || (before is not null && !replace && Conflict(head, before, after)) ? before : after;

        bool Conflict(string head, object before, object after)
        {
            if (!Equals(before, after))
                problems.Add(
                    $"{row.Place(head)}: {head} '{Shown(after)}' differs from '{Shown(before)}' of {NameOf(was.File)}; --replace takes the later file."
                );
            return true;
        }

        var merged = new ReviewAnswer(
            One<ReviewDecision?>(ReviewColumns.Decision, Given(was.Decision), Given(now.Decision))
                ?? ReviewDecision.None,
            One(ReviewColumns.Reviewer, was.Reviewer, now.Reviewer),
            One(ReviewColumns.Justification, was.Justification, now.Justification),
            One(ReviewColumns.DecidedOn, was.DecidedOn, now.DecidedOn),
            One(ReviewColumns.Ticket, was.Ticket, now.Ticket),
            One(ReviewColumns.AppliedBy, was.AppliedBy, now.AppliedBy),
            One(ReviewColumns.AppliedOn, was.AppliedOn, now.AppliedOn),
            was.File
        );
        return merged == was ? was : merged with { File = now.File };
    }

    private static ReviewDecision? Given(ReviewDecision decision) => decision is ReviewDecision.None ? null : decision;

    private static string Shown(object value) =>
        value is DateOnly day
            ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : ReturnedRows.Short($"{value}");

    private string NameOf(string sha256) =>
        review.Files.FirstOrDefault(one => string.Equals(one.Sha256, sha256, StringComparison.Ordinal))?.Name
        ?? sha256[..16];
}
