namespace PimAudit.Reports.Redaction;

/// <summary>Cuts a text into words, and into what stands between them.</summary>
internal static class Tokens
{
    private const string Connectors = "-_.@'+\\";

    // What our own sentences use besides ASCII.
    private const string Typography =
        "\u00A0\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u2192\u2265\u2264\u00D7\u00B7\u2022\u2260";

    /// <summary>
    /// Length of the word that starts at the place; 0 where none does. Anything that is not ASCII and not our own typography
    /// belongs to a word: so does half a character.
    /// </summary>
    public static int WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && (IsLetter(text[end]) || IsInside(text, at, end)))
            end++;
        return end - at;
    }

    /// <summary>Nothing of a word ends or begins between the place and the letter before it.</summary>
    public static bool IsEdge(string text, int at) =>
        at == 0 || at >= text.Length || !IsLetter(text[at - 1]) || !IsLetter(text[at]);

    /// <summary>The word and, where it is made of several, its parts.</summary>
    public static IEnumerable<string> Parts(string word) =>
        word.Split(Connectors.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All words of a text.</summary>
    public static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = WordAt(text, at);
            if (length > 0)
                yield return text.Substring(at, length);
            at += Math.Max(1, length);
        }
    }

    public static bool IsLetter(char letter) =>
        char.IsAsciiLetterOrDigit(letter)
        || (letter > '\u007F' && !Typography.Contains(letter, StringComparison.Ordinal))
        || letter is < ' ' and not '\n'
        || letter is '\u007F';

    private static bool IsInside(string text, int start, int at) =>
        at > start
        && at + 1 < text.Length
        && Connectors.Contains(text[at], StringComparison.Ordinal)
        && IsLetter(text[at + 1])
        && IsLetter(text[at - 1]);
}
