using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>What no review that PimAudit wrote goes beyond.</summary>
internal static class ReviewBounds
{
    private const int MostRows = 1_000_000;
    private const int MostHops = 100;
    private const int MostCells = 100;
    private const int LongestText = 40_000;
    private const int KeyDigits = 32;
    private const int HashDigits = 64;

    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Problem(ReviewRecord review) =>
        !ReviewColumns.IsName(review.Name) ? "Its name is no name of a review."
        : !IsHex(review.ResultSha256, HashDigits) ? "Its resultSha256 is not 64 lower-case hex digits."
        : review.Rows.IsDefault ? "It has no rows, not even none."
        : review.Rows.Length > MostRows
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It holds {review.Rows.Length} rows; a review has at most {MostRows}."
            )
        : review.Files.Any(file => file is null || !IsHex(file.Sha256, HashDigits) || IsTooLong(file.Name))
            ? "An imported file has no hash, or too long a name."
        : Repeated(review) is { } twice ? $"The key {twice} stands in it twice."
        : review
            .Rows.Index()
            .Select(one =>
                ProblemOf(one.Item) is { } problem
                    ? string.Create(CultureInfo.InvariantCulture, $"rows[{one.Index}]: {problem}")
                    : null
            )
            .FirstOrDefault(problem => problem is not null);

    private static string? Repeated(ReviewRecord review)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return review.Rows.Select(row => row?.Key).FirstOrDefault(key => key is not null && !seen.Add(key));
    }

    private static string? ProblemOf(IssuedRow? row) =>
        row is null ? "is null."
        : !IsHex(row.Key, KeyDigits) ? "the key is not 32 lower-case hex digits."
        : row.Hops.IsDefaultOrEmpty || row.Hops.Length > MostHops || row.Hops.Any(hop => hop is null)
            ? "the path has no step, or too many."
        : row.Cells.Count > MostCells || row.Cells.Any(cell => IsTooLong(cell.Key) || IsTooLong(cell.Value))
            ? "there are too many cells, or one is too long."
        : Texts(row).Any(IsTooLong) ? "a text is longer than any that PimAudit writes."
        : row.Answer is { } answer && !IsHex(answer.File, HashDigits)
            ? "the answer's file is not 64 lower-case hex digits."
        : null;

    private static IEnumerable<string?> Texts(IssuedRow row) =>
        row
            .Hops.SelectMany(hop => new[] { hop.From, hop.To })
            .Append(row.Principal)
            .Append(row.Role)
            .Append(row.Scope)
            .Select(one => one.Id)
            .Append(row.PrincipalName)
            .Append(row.Asked)
            .Append(row.Answer?.Reviewer)
            .Append(row.Answer?.Justification)
            .Append(row.Answer?.Ticket)
            .Append(row.Answer?.AppliedBy)
            .Append(row.Answer?.Source?.ReviewId)
            .Append(row.Answer?.Source?.ReviewName)
            .Append(row.Answer?.Source?.ReviewerId)
            .Append(row.Answer?.Source?.ReviewerUpn)
            .Append(row.Answer?.Source?.AppliedByUpn);

    private static bool IsTooLong(string? text) => text is { Length: > LongestText };

    private static bool IsHex(string text, int digits) =>
        text.Length == digits && text.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
