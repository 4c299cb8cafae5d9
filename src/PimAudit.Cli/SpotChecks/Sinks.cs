using System.Text;

namespace PimAudit.Cli;

/// <summary>Makes a string of a tenant harmless for the reader of a file.</summary>
internal static class Sinks
{
    private const string MarkdownMarks = "\\`*_{}[]()#+-.!|~=^$";
    private const string FormulaStarts = "=+-@";

    /// <summary>Quoted as RFC 4180 says; an apostrophe keeps a spreadsheet from taking it for a formula.</summary>
    public static string Csv(string text)
    {
        var clean = Printable.Of(text);
        var first = clean.TrimStart();
        if (first.Length > 0 && FormulaStarts.Contains(Narrow(first[0]), StringComparison.Ordinal))
            clean = "'" + clean;
        return clean.AsSpan().IndexOfAny(",\";'") >= 0
            ? $"\"{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : clean;
    }

    /// <summary>Neither markup, table, link, mention nor HTML.</summary>
    public static string Markdown(string text)
    {
        var safe = new StringBuilder();
        foreach (var letter in Printable.Of(text))
            if (MarkdownMarks.Contains(letter, StringComparison.Ordinal))
                safe.Append('\\').Append(letter);
            else
                safe.Append(
                    letter switch
                    {
                        '&' => "&amp;",
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '@' => "&#64;",
                        ':' => "&#58;",
                        _ => letter.ToString(),
                    }
                );
        return safe.ToString();
    }

    /// <summary>Spreadsheets read the full-width forms of the marks as the marks.</summary>
    private static char Narrow(char letter) => letter is >= '！' and <= '～' ? (char)(letter - 0xFEE0) : letter;
}
