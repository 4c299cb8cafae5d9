using System.Globalization;
using System.Text;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pictures.Mermaid;

/// <summary>Writes texts of the tenant as labels of a Mermaid diagram.</summary>
internal static class MermaidLabel
{
    private const string Harmless = " ,.-_/";
    private const int LineLength = 60;
    private const int MostLines = 10;

    /// <summary>
    /// A quoted label of these lines. Only letters, digits and a few marks stand as they are; everything else is written as
    /// its number, so that nothing can end the quotation, begin markup, a directive, a comment or a link, or be taken for a
    /// part of the grammar.
    /// </summary>
    public static string Of(params IEnumerable<string> lines) =>
        $"\"{string.Join("<br/>", lines.Where(line => line.Length > 0).SelectMany(Broken).Select(Safe))}\"";

    /// <summary>Mermaid breaks no line of its own accord.</summary>
    private static IEnumerable<string> Broken(string text)
    {
        var lines = Wrapped(Printable.Plain(text, borrows: true)).Take(MostLines + 1).ToList();
        return lines.Count <= MostLines ? lines : lines.Take(MostLines - 1).Append(lines[MostLines - 1] + "…");
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        while (runes.Count > LineLength)
        {
            var space = runes.FindLastIndex(LineLength, rune => rune.Value == ' ');
            var end = space > 0 ? space : LineLength;
            yield return string.Concat(runes.Take(end));
            runes.RemoveRange(0, space > 0 ? end + 1 : end);
        }

        yield return string.Concat(runes);
    }

    private static string Safe(string line)
    {
        var text = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
            if (IsHarmless(rune))
                text.Append(rune.ToString());
            else
                text.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");

        return text.ToString();
    }

    private static bool IsHarmless(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || (rune.IsAscii && Harmless.Contains((char)rune.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
