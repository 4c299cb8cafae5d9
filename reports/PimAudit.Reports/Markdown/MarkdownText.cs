using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Markdown;

/// <summary>
/// Makes words of a tenant words of a line: no markup, no link, nobody mentioned, no issue linked, no cell broken. Every text of
/// a Markdown report is escaped here and nowhere else.
/// </summary>
/// <remarks>
/// GitHub and Azure DevOps look for mentions and links after Markdown is done, so a backslash does not stop them; what begins
/// one is therefore set as code, which they leave alone. Whoever reads sees the same letters.
/// </remarks>
internal static class MarkdownText
{
    private const int Longest = 1000;
    private const string Markup = "\\`*_[]<>~|$^=";

    public static string Of(string text)
    {
        // Spaces at the start of a line make code of it, and two at its end a break.
        var plain = Visibly(text).Trim(' ');
        var line = new StringBuilder(plain.Length + 8);
        var code = new StringBuilder();
        for (var at = 0; at < plain.Length; at++)
        {
            if (Triggers.At(plain, at))
            {
                code.Append(plain[at]);
                continue;
            }

            Flush();
            line.Append(Escaped(plain, at));
        }

        Flush();
        return line.ToString();

        void Flush()
        {
            if (code.Length > 0)
                line.Append('`').Append(code).Append('`');
            code.Clear();
        }
    }

    public static string Bold(string text) =>
        text.Trim(' ') is [not '\u00A0', ..] and [.., not '\u00A0'] ? $"**{Of(text)}**" : Of(text);

    /// <summary>An id; as words where code could not hold it.</summary>
    public static string Code(string id)
    {
        var plain = Visibly(id);
        return plain.Length == 0 || plain.AsSpan().ContainsAny('`', '|') || plain[0] is ' ' || plain[^1] is ' '
            ? Of(id)
            : $"`{plain}`";
    }

    /// <summary>Lines to be taken over as they are; line feeds alone part them.</summary>
    public static string Fenced(string lines)
    {
        var plain = string.Join('\n', lines.Split('\n').Select(line => Printable.Plain(line, borrows: true)));
        var fence = "```";
        while (plain.Contains(fence, StringComparison.Ordinal))
            fence += '`';
        return $"{fence}text\n{plain}\n{fence}\n";
    }

    private static string Escaped(string text, int at) =>
        text[at] switch
        {
            '&' => "&amp;",
            '\u00A0' => "&nbsp;",
            var letter when Markup.Contains(letter, StringComparison.Ordinal) || OpensBlock(text, at) => $"\\{letter}",
            var letter => letter.ToString(),
        };

    /// <summary>A heading, a list or a rule begins with these.</summary>
    private static bool OpensBlock(string text, int at) =>
        at == 0
            ? text[0] is '#' or '-' or '+'
            : text[at] is '.' or ')' && text.AsSpan(0, at).ContainsAnyExceptInRange('0', '9') is false;

    private static string Visibly(string text)
    {
        if (text.Length <= Longest)
            return Printable.Plain(text, borrows: true);

        var head = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return $"{Printable.Plain(text[..head], borrows: true)}… ({Say.Count(text.Length - head, "more character")})";
    }
}
