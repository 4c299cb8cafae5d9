using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Whether a setting asks more or less than it did: its words are compared by what they mean.</summary>
internal static class SettingDirection
{
    private const string Limit = "not allowed, at most ";
    private const string UnsaidContext = "required, which one is not said";

    /// <summary>Lower camel names of the settings whose words this knows; any other is different or the same.</summary>
    /// <returns>Null where both mean the same.</returns>
    public static ChangeKind? Of(string setting, string before, string after)
    {
        var (was, now) = (before.Trim(), after.Trim());
        if (string.Equals(was, now, StringComparison.OrdinalIgnoreCase))
            return null;

        return setting switch
        {
            "mfa" or "justification" or "ticket" or "approval" => Required(was, now),
            "authenticationContext" => Context(was, now),
            "longestActivation" => Longest(was, now),
            "permanentEligible" or "permanentActive" => Permanent(was, now),
            "assigning" => Assigning(was, now),
            _ => ChangeKind.Altered,
        };
    }

    private static ChangeKind Required(string was, string now) =>
        Is(now, "required") ? ChangeKind.Strengthened
        : Is(was, "required") ? ChangeKind.Weakened
        : ChangeKind.Altered;

    private static ChangeKind Context(string was, string now) =>
        Is(was, "none") ? ChangeKind.Strengthened
        : Is(now, "none") ? ChangeKind.Weakened
        : Is(now, UnsaidContext) || Is(was, UnsaidContext) ? ChangeKind.NotConfirmed
        : ChangeKind.Altered;

    private static ChangeKind? Longest(string was, string now) =>
        (SaidDuration.Parse(was), SaidDuration.Parse(now)) is ({ } from, { } to)
            ? to > from
                ? ChangeKind.Weakened
                : to < from
                    ? ChangeKind.Strengthened
                    : null
            : ChangeKind.Altered;

    private static ChangeKind? Permanent(string was, string now) =>
        Is(now, "allowed") ? ChangeKind.Weakened
        : Is(was, "allowed") ? ChangeKind.Strengthened
        : Starts(was) && Starts(now) ? Longest(was[Limit.Length..], now[Limit.Length..])
        : ChangeKind.Altered;

    private static ChangeKind Assigning(string was, string now)
    {
        var (from, to) = (Asked(was), Asked(now));
        return to.IsSupersetOf(from) ? ChangeKind.Strengthened
            : to.IsSubsetOf(from) ? ChangeKind.Weakened
            : ChangeKind.Altered;
    }

    private static HashSet<string> Asked(string text) =>
        Is(text, "nothing")
            ? []
            : text.Split(" and ", StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool Starts(string text) => text.StartsWith(Limit, StringComparison.OrdinalIgnoreCase);

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
