using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PimAudit.Reports.Excel.Cells;

/// <summary>
/// Makes hostile text harmless in a cell: what is invisible or turns the reading direction is written as its code point, and
/// what would start a formula when somebody edits the cell is recognised.
/// </summary>
internal static partial class CellText
{
    /// <summary>Excel refuses more than 32,767 characters in a cell.</summary>
    public const int Longest = 32_000;

    private const int LongestPointer = 100;

    // The last four are the full-width forms, which Excel takes for the plain ones when a cell is typed again.
    private const string FormulaStarts = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>One line: line breaks and tabs too are written as code points.</summary>
    /// <param name="where">Where in <c>result.json</c> the whole text stands; null where that is plain.</param>
    public static string Line(string text, string? where = null) => Cut(Visible(text), where);

    /// <summary>Several lines: line breaks, however they are spelled, stay.</summary>
    public static string Lines(string text, string? where = null) =>
        Cut(
            text.Contains('\n', StringComparison.Ordinal) || text.Contains('\r', StringComparison.Ordinal)
                ? string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Visible))
                : Visible(text),
            where
        );

    /// <summary>Typed again by hand, the text would become a formula.</summary>
    public static bool IsFormulaLike(string text) =>
        text.TrimStart(' ', '\u00A0') is [var first, ..] && FormulaStarts.Contains(first, StringComparison.Ordinal);

    /// <summary>As a file must hold it: Excel reads <c>_x0041_</c> as the character with that number.</summary>
    public static string Encoded(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Code().Replace(text, "_x005F_") : text;

    /// <summary>The library encodes such codes itself, but not two that share an underscore.</summary>
    public static string Guarded(string text) => SharedUnderscore().Replace(text, "U+005F");

    private static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;

        var visible = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                visible.Append(CultureInfo.InvariantCulture, $"U+{(int)text[at]:X4}");
                at++;
                continue;
            }

            if (Model.Visible.Is(rune))
                visible.Append(rune.ToString());
            else
                visible.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            at += rune.Utf16SequenceLength;
        }

        return visible.ToString();
    }

    /// <summary>At most so many characters, without splitting a pair of surrogates.</summary>
    public static ReadOnlySpan<char> Start(string text, int length) =>
        text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length);

    private static string Cut(string text, string? where)
    {
        if (text.Length <= Longest)
            return text;

        var start = Start(text, Longest - LongestPointer);
        return string.Concat(
            start,
            FormattableString.Invariant($" … {text.Length - start.Length} more characters in result.json"),
            where is null ? "" : ", " + where
        );
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();

    [GeneratedRegex(
        "(?<=_x[0-9A-Fa-f]{4})_(?=x[0-9A-Fa-f]{4}_)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex SharedUnderscore();
}
