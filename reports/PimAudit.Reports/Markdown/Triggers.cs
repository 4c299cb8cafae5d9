namespace PimAudit.Reports.Markdown;

/// <summary>
/// Letters by which GitHub or Azure DevOps begin a mention, an address, a reference to an issue or a pull request, or an emoji.
/// </summary>
internal static class Triggers
{
    public static bool At(string text, int at) =>
        text[at] switch
        {
            '@' => true,
            '#' or '!' => IsDigit(text, at + 1),
            '-' => IsDigit(text, at + 1) && EndsWith(text, at, "gh"),
            '.' => EndsWith(text, at, "www"),
            ':' => IsScheme(text, at) || IsShortcode(text, at),
            _ => false,
        };

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool EndsWith(string text, int at, string word) =>
        text.AsSpan(0, at).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Such as <c>https:</c> or <c>mailto:</c> before what it would open.</summary>
    private static bool IsScheme(string text, int at) =>
        at > 0 && char.IsAsciiLetter(text[at - 1]) && at + 1 < text.Length && text[at + 1] is not ' ';

    /// <summary>Such as <c>:smile:</c>.</summary>
    private static bool IsShortcode(string text, int at)
    {
        var end = text.AsSpan(at + 1).IndexOfAnyExcept(Names);
        return end > 0 && text[at + 1 + end] is ':';
    }

    private static readonly System.Buffers.SearchValues<char> Names = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-"
    );
}
