using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Whether somebody decided about his own access. People write names as they like: what is likely is flagged.</summary>
public static class SelfReview
{
    private static readonly char[] Brackets = ['(', ')', '<', '>', '[', ']', ';', ','];

    /// <summary>The reviewer, or whoever applied the decision, is the principal himself.</summary>
    public static bool Is(IssuedRow row) =>
        row.Answer is { } answer
        && answer.Decision is not ReviewDecision.None
        && (IsReviewer(answer, row) || IsApplier(answer, row));

    /// <summary>Where the id of whoever decided is known, a name says nothing.</summary>
    private static bool IsReviewer(ReviewAnswer answer, IssuedRow row) =>
        answer.Source is { ReviewerId: { } id } ? Is(id, row.Principal.Id) : Names(answer.Reviewer, row);

    private static bool IsApplier(ReviewAnswer answer, IssuedRow row) =>
        answer.Source is { AppliedByUpn: { } upn } && row.PrincipalName is not null
            ? Is(upn, row.PrincipalName)
            : Names(answer.AppliedBy, row);

    /// <summary>By object id or user principal name anywhere in the text, or by the words of the name in any order.</summary>
    private static bool Names(string? text, IssuedRow row)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;

        var parts = text.Split(Brackets, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var words = parts.SelectMany(Words).ToList();
        return words.Any(word => Is(word, row.Principal.Id) || Is(word, row.PrincipalName))
            || IsNamed(words, row.Principal.DisplayName)
            || parts.Any(part => IsNamed([.. Words(part)], row.Principal.DisplayName));
    }

    private static bool IsNamed(List<string> words, string? name)
    {
        var own = Words((name ?? "").Replace(',', ' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return own.Count > 0 && own.SetEquals(words);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool Is(string word, string? name) =>
        name is not null && string.Equals(word, name.Trim(), StringComparison.OrdinalIgnoreCase);
}
