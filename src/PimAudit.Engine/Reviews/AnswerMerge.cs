using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Lays the answers of a file over those that are there: what was empty is filled in, what differs is a conflict.</summary>
/// <param name="file">Joins the files of the review.</param>
/// <param name="place">Where the answer to a row (its key) stands in a column of <see cref="ReviewColumns"/>.</param>
/// <param name="replace">What differs is taken from this file.</param>
internal sealed class AnswerMerge(
    ReviewRecord review,
    ImportedFile file,
    Func<string, string, string> place,
    bool replace
)
{
    public ReviewRecord With(IReadOnlyDictionary<string, ReviewAnswer> answers, List<string> problems) =>
        review with
        {
            Rows =
            [
                .. review.Rows.Select(row =>
                    answers.TryGetValue(row.Key, out var answer)
                        ? row with
                        {
                            Answer = Merged(row.Answer, answer, row.Key, problems),
                        }
                        : row
                ),
            ],
            Files = review.Files.Add(file),
        };

    private ReviewAnswer Merged(ReviewAnswer? was, ReviewAnswer now, string key, List<string> problems)
    {
        if (was is null)
            return now;

        T? One<T>(string head, T? before, T? after) =>
            after is null || (before is not null && !replace && Conflict(head, before, after)) ? before : after;

        bool Conflict(string head, object before, object after)
        {
            if (!Equals(before, after))
                problems.Add(
                    $"{place(key, head)}: {head} '{Shown(after)}' differs from '{Shown(before)}' of {NameOf(was.File)}; --replace takes the later file."
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
        merged = merged with { Source = SourceOf(merged, was, now) };
        return merged == was ? was : merged with { File = now.File };
    }

    /// <summary>It goes with the decision and whoever made it, and its applier with whoever applied it.</summary>
    private static MicrosoftDecision? SourceOf(ReviewAnswer merged, ReviewAnswer was, ReviewAnswer now)
    {
        string? Applier(ReviewAnswer said) =>
            string.Equals(said.AppliedBy, merged.AppliedBy, StringComparison.Ordinal)
                ? said.Source?.AppliedByUpn
                : null;

        var isAsItWas =
            merged.Decision == was.Decision && string.Equals(merged.Reviewer, was.Reviewer, StringComparison.Ordinal);
        return (isAsItWas ? now.Source ?? was.Source : now.Source) is { } source
            ? source with
            {
                AppliedByUpn = Applier(now) ?? Applier(was),
            }
            : null;
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
