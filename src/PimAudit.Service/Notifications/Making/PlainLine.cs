using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>Makes a text from outside one harmless line. Each channel escapes it again for its own syntax.</summary>
internal static partial class PlainLine
{
    private const int MostOfReason = 300;
    private const int MatchLimit = 1000;

    /// <summary>What cannot be seen, breaks the line or turns its direction is written as <c>U+XXXX</c>.</summary>
    /// <param name="most">Letters; what is longer ends with an ellipsis.</param>
    public static string Of(string text, int most)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Visible.Is(rune)
                ? rune.ToString()
                : $"U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}";
            if (line.Length + shown.Length > most)
                return line.Append('…').ToString();
            line.Append(shown);
        }

        return line.ToString();
    }

    /// <summary>The first line of an error, without what may name somebody: quotations, addresses, paths.</summary>
    public static string Reason(string text)
    {
        var first = text.Split(['\r', '\n'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var line = first is [var one, ..] ? one : "No reason was given.";
        line = Quotation().Replace(line, "(a name)");
        line = Address().Replace(line, "(an address)");
        return Of(Place().Replace(line, "(a path)"), MostOfReason);
    }

    [GeneratedRegex("""(?<=^|[\s(])(?:'[^']*'|"[^"]*")""", RegexOptions.CultureInvariant, MatchLimit)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+", RegexOptions.CultureInvariant, MatchLimit)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=^|\s)(?:[A-Za-z]:\\|\\\\|~?/)\S+", RegexOptions.CultureInvariant, MatchLimit)]
    private static partial Regex Place();
}
