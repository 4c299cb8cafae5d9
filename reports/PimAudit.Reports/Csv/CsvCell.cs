using System.Globalization;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Csv;

/// <summary>
/// A text as it stands in the file, so that no spreadsheet executes it and nothing of it is lost. Two marks, undone in this
/// order: every <c>\u{HEX}</c> is the character with that code point (or code unit, for half a character); then one apostrophe
/// at the start is taken away.
/// </summary>
internal static class CsvCell
{
    // The last four are the full-width forms, which Excel takes for the plain ones.
    private const string FormulaStarts = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>With its marks, not yet quoted for the file.</summary>
    public static string Of(string text)
    {
        var visible = VisibleText.Of(text.Replace("\\u{", "\\u{5C}u{", StringComparison.Ordinal), Escape);
        return NeedsApostrophe(visible) ? "'" + visible : visible;
    }

    /// <summary>As a field of RFC 4180.</summary>
    public static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 && !field.StartsWith(' ') && !field.EndsWith(' ')
            ? field
            : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool NeedsApostrophe(string text) =>
        text.TrimStart(' ', '\u00A0') is [var first, ..]
        && (first == '\'' || FormulaStarts.Contains(first, StringComparison.Ordinal));

    private static string Escape(int code) => string.Create(CultureInfo.InvariantCulture, $"\\u{{{code:X}}}");
}
