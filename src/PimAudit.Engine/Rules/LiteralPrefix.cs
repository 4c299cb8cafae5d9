using System.Text;

namespace PimAudit.Engine;

/// <summary>The plain text with which a regular expression makes every match begin.</summary>
public static class LiteralPrefix
{
    private const string Quantifiers = "?*{";
    private const string Marks = "\\.^$|()[]{}?*+";

    /// <returns>Null when the pattern may match elsewhere than at the start, or promises no text there.</returns>
    public static string? Of(string pattern)
    {
        if (!pattern.StartsWith('^') || pattern.Contains('|', StringComparison.Ordinal))
            return null;

        var prefix = new StringBuilder();
        var at = 1;
        while (Next(pattern, at) is { } found)
        {
            at += found.Length;
            if (at < pattern.Length && Quantifiers.Contains(pattern[at], StringComparison.Ordinal))
                break;
            prefix.Append(found.Letter);
        }

        return prefix.Length > 0 ? prefix.ToString() : null;
    }

    /// <summary>The letter that stands there for itself, and how many characters spell it.</summary>
    private static (char Letter, int Length)? Next(string pattern, int at)
    {
        if (at >= pattern.Length)
            return null;
        if (pattern[at] is not '\\')
            return Marks.Contains(pattern[at], StringComparison.Ordinal) ? null : (pattern[at], 1);

        return at + 1 < pattern.Length && !char.IsLetterOrDigit(pattern[at + 1]) && pattern[at + 1] is not '_'
            ? (pattern[at + 1], 2)
            : null;
    }
}
