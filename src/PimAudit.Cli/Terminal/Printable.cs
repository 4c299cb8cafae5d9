using System.Globalization;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Makes a string of a tenant harmless on a terminal.</summary>
public static class Printable
{
    /// <summary>
    /// Control, bidirectional, invisible and unpaired characters are written as <c>U+XXXX</c>, so that a name can neither move
    /// the cursor nor hide.
    /// </summary>
    public static string Of(string text)
    {
        if (text.All(IsPlain))
            return text;

        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            if (IsSafe(rune))
                clean.Append(rune.ToString());
            else
                clean.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        return clean.ToString();
    }

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~';

    private static bool IsSafe(Rune rune) => rune != Rune.ReplacementChar && Visible.Is(rune);
}
