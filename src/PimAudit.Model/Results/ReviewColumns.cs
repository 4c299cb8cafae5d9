using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Heads of the columns of a review that people fill in; all others are locked.</summary>
public static class ReviewColumns
{
    public const string Reviewer = "Reviewer";
    public const string Decision = "Decision";
    public const string Justification = "Justification";
    public const string DecidedOn = "Decision date";
    public const string Ticket = "Ticket";
    public const string AppliedBy = "Applied by";
    public const string AppliedOn = "Applied date";

    /// <summary>Head of the locked column by which a row is found again, however the sheet was sorted.</summary>
    public const string RowKey = "Row key";

    /// <summary>For rows for which the configuration names nobody.</summary>
    public const string Unassigned = "unassigned";

    private const int LongestName = 40;

    public static ImmutableArray<string> Entries { get; } =
    [Reviewer, Decision, Justification, DecidedOn, Ticket, AppliedBy, AppliedOn];

    /// <summary>The words that can be chosen.</summary>
    public static ImmutableArray<ReviewDecision> Decisions { get; } =
    [ReviewDecision.Keep, ReviewDecision.Revoke, ReviewDecision.Change, ReviewDecision.Unsure];

    /// <summary>Letters, digits, points, hyphens and underscores, which can stand in the name of a file.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
