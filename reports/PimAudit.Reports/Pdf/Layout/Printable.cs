using System.Globalization;
using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <param name="IsEscape">The text stands for a character that is not printed, such as <c>U+202E</c>.</param>
internal readonly record struct PrintablePart(string Text, bool IsEscape);

/// <summary>
/// Makes hostile text harmless on paper: what is invisible, turns the reading direction or lacks a glyph is printed as its
/// code point, so that two names which look alike cannot be taken for each other.
/// </summary>
internal static class Printable
{
    private const int MostMarks = 2;

    /// <param name="borrows">Glyphs that the font lacks come from elsewhere, so a character needs none to be printed.</param>
    public static IEnumerable<PrintablePart> Parts(string text, bool borrows = false)
    {
        var plain = new StringBuilder();
        var marks = 0;
        foreach (var rune in Runes(text))
        {
            var isMark = rune is { } known && IsMark(known);
            marks = isMark ? marks + 1 : 0;
            if (rune is { } seen && (IsSpace(seen) || (marks <= MostMarks && IsShown(seen, borrows))))
            {
                plain.Append(seen.ToString());
                continue;
            }

            if (plain.Length > 0)
                yield return new(plain.ToString(), IsEscape: false);
            plain.Clear();
            yield return new(Escape(rune), IsEscape: true);
        }

        if (plain.Length > 0)
            yield return new(plain.ToString(), IsEscape: false);
    }

    /// <summary>The same as one string, for places that hold no second style.</summary>
    public static string Plain(string text, bool borrows = false) =>
        string.Concat(Parts(text, borrows).Select(part => part.Text));

    private static bool IsShown(Rune rune, bool borrows) => Visible.Is(rune) && (borrows || Typeface.Has(rune));

    private static IEnumerable<Rune?> Runes(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                yield return rune;
                at += rune.Utf16SequenceLength;
            }
            else
            {
                yield return null;
                at++;
            }
        }
    }

    private static bool IsSpace(Rune rune) => rune.Value is ' ' or 0xA0;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string Escape(Rune? rune) =>
        rune is { } known ? string.Create(CultureInfo.InvariantCulture, $"U+{known.Value:X4}") : "U+FFFD";
}
