using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Reads one row of Microsoft's report. A word or a date that is not known is refused with its cell.</summary>
internal sealed class MicrosoftRowReader(
    ReviewRecord review,
    ReturnedTable table,
    HistorySheet sheet,
    DateOnly today,
    List<string> problems
)
{
    /// <returns>Lower-case <c>D</c> format, or the text itself where it is another id; null, with a problem, where empty.</returns>
    public string? Id(ReturnedTableRow row, string head)
    {
        if (sheet.Text(row, head, problems) is { } text)
            return Guid.TryParse(text, out var id) ? id.ToString("D") : text;
        problems.Add($"{HistorySheet.Place(row, head)}: it is empty, so nobody can tell what the row is about.");
        return null;
    }

    /// <returns>None for an access about which nobody decided; null, with a problem, for another word.</returns>
    public ReviewDecision? Decision(ReturnedTableRow row)
    {
        var word = sheet.Text(row, MicrosoftColumns.ReviewResult, problems) ?? "";
        switch (Plain(word))
        {
            case "APPROVE":
                return ReviewDecision.Keep;
            case "DENY":
                return ReviewDecision.Revoke;
            case "DONTKNOW":
                return ReviewDecision.Unsure;
            case "NOTREVIEWED" or "NOTNOTIFIED":
                return ReviewDecision.None;
            default:
                problems.Add(
                    $"{HistorySheet.Place(row, MicrosoftColumns.ReviewResult)}: '{ReturnedRows.Short(word)}' is no result; known are Approve, Deny, Don't know, Not reviewed and Not notified."
                );
                return null;
        }
    }

    /// <returns>UTC; null where empty or never, and, with a problem, where it cannot be read or lies in the future.</returns>
    public DateTimeOffset? Moment(ReturnedTableRow row, string head)
    {
        if (sheet.Text(row, head, problems) is not { } text)
            return null;
        if (MicrosoftMoments.Of(text) is not { } moment)
        {
            problems.Add(
                $"{HistorySheet.Place(row, head)}: '{ReturnedRows.Short(text)}' is no date, or could be two; write it as {MicrosoftMoments.Examples}."
            );
            return null;
        }

        if (MicrosoftMoments.IsNever(moment))
            return null;
        if (DateOnly.FromDateTime(moment.UtcDateTime) > today)
            problems.Add($"{HistorySheet.Place(row, head)}: {Say.Day(moment)} lies in the future.");
        return moment;
    }

    /// <summary>Where nobody answers, the service may decide by itself; its id is all zeros.</summary>
    /// <returns>Object id of a person; null for none.</returns>
    public string? Reviewer(ReturnedTableRow row)
    {
        if (sheet.Text(row, MicrosoftColumns.ReviewerId, problems) is not { } text)
            return null;
        if (Guid.TryParse(text, out var id))
            return id == Guid.Empty ? null : id.ToString("D");
        problems.Add(
            $"{HistorySheet.Place(row, MicrosoftColumns.ReviewerId)}: '{ReturnedRows.Short(text)}' is no object id."
        );
        return null;
    }

    /// <param name="at">UTC.</param>
    public ReviewAnswer Answer(ReturnedTableRow row, ReviewDecision decision, DateTimeOffset at, string? reviewer)
    {
        string? Text(string head) => sheet.Text(row, head, problems);
        var (reviewerUpn, appliedByUpn) = (Text(MicrosoftColumns.ReviewerUpn), Text(MicrosoftColumns.AppliedByUpn));
        return new(
            decision,
            Text(MicrosoftColumns.ReviewerName) ?? reviewerUpn ?? reviewer,
            Text(MicrosoftColumns.Justification),
            DateOnly.FromDateTime(at.UtcDateTime),
            Ticket: null,
            Text(MicrosoftColumns.AppliedByName) ?? appliedByUpn,
            Moment(row, MicrosoftColumns.AppliedDate) is { } applied
                ? DateOnly.FromDateTime(applied.UtcDateTime)
                : null,
            table.Sha256
        )
        {
            Source = new(
                Id(row, MicrosoftColumns.ReviewId) ?? "",
                Text(MicrosoftColumns.ReviewName),
                reviewer,
                reviewerUpn,
                appliedByUpn
            ),
        };
    }

    public bool IsBeforeSnapshot(DateTimeOffset at) => at < review.TakenAt;

    private static string Plain(string word) =>
        string.Concat(word.Where(letter => letter is not (' ' or '\'' or '’'))).ToUpperInvariant();
}
