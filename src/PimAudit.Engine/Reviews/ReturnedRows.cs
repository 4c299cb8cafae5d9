using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Compares each row of a workbook with the one that was sent out, and reads what people wrote.</summary>
internal sealed class ReturnedRows
{
    private const int LongestShown = 60;

    private readonly ReviewRecord review;
    private readonly AnswerReader reader;
    private readonly List<string> problems = [];
    private readonly Dictionary<string, (ReviewAnswer? Answer, ReturnedRow Row)> seen = new(StringComparer.Ordinal);

    public ReturnedRows(ReviewRecord review, ReturnedReview file, DateOnly today)
    {
        this.review = review;
        reader = new(review, file.Sha256, today, problems);
        var issued = review.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        foreach (var row in file.Rows)
            Read(row, issued);
        Missing(file);
    }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>By row key: rows in which somebody wrote something.</summary>
    public IReadOnlyDictionary<string, ReviewAnswer> Answers =>
        seen.Where(one => one.Value.Answer is not null)
            .ToDictionary(one => one.Key, one => one.Value.Answer!, StringComparer.Ordinal);

    /// <summary>Where the answer to a row stands, by its key and the head of the column.</summary>
    public string Place(string key, string head) => seen[key].Row.Place(head);

    /// <summary>The start of a text of the file, for a message.</summary>
    public static string Short(string text) =>
        text.Length <= LongestShown ? text
        : char.IsHighSurrogate(text[LongestShown - 1]) ? text[..(LongestShown - 1)] + "…"
        : text[..LongestShown] + "…";

    private void Read(ReturnedRow row, Dictionary<string, IssuedRow> issued)
    {
        var place = row.Place(ReviewColumns.RowKey);
        if (!row.Cells.TryGetValue(ReviewColumns.RowKey, out var key))
            problems.Add($"{place}: the row has no key, so it was not sent out.");
        else if (!issued.TryGetValue(key.Text, out var sent))
            problems.Add($"{place}: no row with the key '{Short(key.Text)}' was sent out.");
        else
        {
            var answer = reader.Read(row, sent);
            Locked(row, sent);
            if (!seen.TryAdd(sent.Key, (answer, row)) && !Equals(seen[sent.Key].Answer, answer))
                problems.Add(
                    $"{place}: the row of {seen[sent.Key].Row.Place(ReviewColumns.RowKey)} stands here again, with another answer."
                );
        }
    }

    private void Locked(ReturnedRow row, IssuedRow sent)
    {
        foreach (var (head, cell) in row.Cells.OrderBy(one => one.Key, StringComparer.Ordinal))
            if (
                !ReviewColumns.Entries.Contains(head, StringComparer.Ordinal)
                && !IsSame(cell, sent.Cells.GetValueOrDefault(head))
            )
                problems.Add($"{cell.Place}: {head} was changed to '{Short(cell.Text)}'.");
        foreach (var head in sent.Cells.Keys.Where(head => !row.Cells.ContainsKey(head)))
            problems.Add($"{row.Place(head)}: {head} was emptied.");
    }

    /// <summary>A program that saves a file again may write a number otherwise.</summary>
    private static bool IsSame(ReturnedCell cell, string? sent) =>
        !cell.IsFormula
        && sent is not null
        && (
            string.Equals(cell.Text, sent, StringComparison.Ordinal)
            || (
                cell.Number is { } number
                && double.TryParse(sent, System.Globalization.CultureInfo.InvariantCulture, out var before)
                && Math.Abs(number - before) < 1e-6
            )
        );

    private void Missing(ReturnedReview file)
    {
        foreach (var sent in review.Rows.Where(row => IsFor(row, file.Reviewer) && !seen.ContainsKey(row.Key)))
            problems.Add($"The row of {sent.Principal.Label} and {sent.Role.Label} ({sent.Key}) is missing.");
    }

    private static bool IsFor(IssuedRow row, string? reviewer) =>
        reviewer is null || string.Equals(row.Asked ?? ReviewColumns.Unassigned, reviewer, StringComparison.Ordinal);
}
