using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Reads the cells of a row that people fill in.</summary>
/// <param name="problems">Gets what cannot be meant, with its cell.</param>
internal sealed class AnswerReader(ReviewRecord review, string file, DateOnly today, List<string> problems)
{
    /// <summary>No more characters than a cell can hold.</summary>
    private const int LongestText = 32_767;
    private const double LastSerial = 2_958_465;

    /// <summary>Somewhere on Earth it may still be the day before.</summary>
    private readonly DateOnly earliest = DateOnly.FromDateTime(review.TakenAt.UtcDateTime.AddHours(-12));

    /// <summary>A name that stood there when the row was sent out signs a decision, and nothing else.</summary>
    /// <returns>Null where nobody wrote anything.</returns>
    public ReviewAnswer? Read(ReturnedRow row, IssuedRow sent)
    {
        var decision = Decision(row);
        var reviewer = Text(row, ReviewColumns.Reviewer);
        var answer = new ReviewAnswer(
            decision,
            decision is ReviewDecision.None && IsAsSent(reviewer, sent) ? null : reviewer,
            Text(row, ReviewColumns.Justification),
            Day(row, ReviewColumns.DecidedOn),
            Text(row, ReviewColumns.Ticket),
            Text(row, ReviewColumns.AppliedBy),
            Day(row, ReviewColumns.AppliedOn),
            file
        );
        return answer == new ReviewAnswer(ReviewDecision.None, null, null, null, null, null, null, file)
            ? null
            : answer;
    }

    private static bool IsAsSent(string? reviewer, IssuedRow sent) =>
        string.Equals(reviewer, sent.Asked?.Trim(), StringComparison.Ordinal);

    private ReviewDecision Decision(ReturnedRow row)
    {
        if (Text(row, ReviewColumns.Decision) is not { } word)
            return ReviewDecision.None;
        foreach (var decision in ReviewColumns.Decisions)
            if (string.Equals(word, decision.ToString(), StringComparison.OrdinalIgnoreCase))
                return decision;
        problems.Add(
            $"{row.Place(ReviewColumns.Decision)}: '{ReturnedRows.Short(word)}' is no decision; use {string.Join(", ", ReviewColumns.Decisions)}."
        );
        return ReviewDecision.None;
    }

    private string? Text(ReturnedRow row, string head)
    {
        if (Cell(row, head) is not { } cell)
            return null;
        var text = cell.Text.Trim();
        if (text.Length > LongestText)
        {
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{cell.Place}: {head} has {text.Length} characters; a cell holds at most {LongestText}."
                )
            );
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private DateOnly? Day(ReturnedRow row, string head)
    {
        if (Cell(row, head) is not { } cell || cell.Text.Trim().Length == 0)
            return null;
        if (DayOf(cell) is not { } day)
        {
            problems.Add($"{cell.Place}: {head} '{ReturnedRows.Short(cell.Text)}' is no date; write it as 2026-12-31.");
            return null;
        }

        if (day < earliest)
            problems.Add($"{cell.Place}: {head} {Written(day)} lies before the snapshot of {Say.Day(review.TakenAt)}.");
        else if (day > today)
            problems.Add($"{cell.Place}: {head} {Written(day)} lies in the future.");
        return day;
    }

    private static DateOnly? DayOf(ReturnedCell cell) =>
        cell.Number is { } serial
            ? serial is > 60 and <= LastSerial
                ? DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial)))
                : null
            : DateOnly.TryParseExact(
                cell.Text.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null;

    private ReturnedCell? Cell(ReturnedRow row, string head)
    {
        if (!row.Cells.TryGetValue(head, out var cell))
            return null;
        if (!cell.IsFormula)
            return cell;
        problems.Add($"{cell.Place}: {head} is a formula; write the value itself.");
        return null;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
