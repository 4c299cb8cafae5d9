using System.Globalization;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>Makes a string of a tenant harmless in a text for people: what <see cref="Visible"/> refuses becomes its code point.</summary>
public static class VisibleText
{
    /// <summary>One line: line breaks and tabs too are written as <c>U+XXXX</c>, half characters by their code unit.</summary>
    public static string Of(string text) =>
        Of(text, static code => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}"));

    /// <param name="escape">Writes a code point, or a code unit that is half a character.</param>
    public static string Of(string text, Func<int, string> escape)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
            return text;

        var visible = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                visible.Append(escape(text[at]));
                at++;
                continue;
            }

            visible.Append(Visible.Is(rune) ? rune.ToString() : escape(rune.Value));
            at += rune.Utf16SequenceLength;
        }

        return visible.ToString();
    }
}
