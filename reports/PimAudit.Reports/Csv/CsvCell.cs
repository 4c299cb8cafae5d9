using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Csv;

/// <summary>
/// A text as it stands in the file, so that no spreadsheet executes it and nothing of it is lost. Two marks, undone in this
/// order: every <c>\u{HEX}</c> is the character with that code point (or code unit, for half a character); then one apostrophe
/// at the start is taken away.
/// </summary>
public static partial class CsvCell
{
    // The last four are the full-width forms, which Excel takes for the plain ones.
    private const string FormulaStarts = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>With its marks, not yet quoted for the file.</summary>
    public static string Of(string text)
    {
        var visible = VisibleText.Of(text.Replace("\\u{", "\\u{5C}u{", StringComparison.Ordinal), Escape);
        return NeedsApostrophe(visible) ? "'" + visible : visible;
    }

    /// <summary>Undoes the marks: the text as it was given to <see cref="Of"/>. What is no mark stays.</summary>
    public static string Back(string field)
    {
        var whole = field.Contains("\\u{", StringComparison.Ordinal)
            ? Mark().Replace(field, mark => Character(mark) ?? mark.Value)
            : field;
        return whole.StartsWith('\'') ? whole[1..] : whole;
    }

    /// <summary>As a field of RFC 4180.</summary>
    public static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 && !field.StartsWith(' ') && !field.EndsWith(' ')
            ? field
            : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool NeedsApostrophe(string text) =>
        text.TrimStart(' ', '\u00A0') is [var first, ..]
        && (first == '\'' || FormulaStarts.Contains(first, StringComparison.Ordinal));

    /// <returns>Null beyond the last code point.</returns>
    private static string? Character(Match mark)
    {
        var code = int.Parse(mark.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code <= char.MaxValue ? ((char)code).ToString()
            : Rune.IsValid(code) ? new Rune(code).ToString()
            : null;
    }

    [GeneratedRegex(
        @"\\u\{(?<code>[0-9A-F]{1,6})\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Mark();

    private static string Escape(int code) => string.Create(CultureInfo.InvariantCulture, $"\\u{{{code:X}}}");
}
