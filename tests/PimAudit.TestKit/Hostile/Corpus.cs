using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PimAudit.TestKit;

/// <summary>
/// <c>corpus.txt</c>: names, reasons and tickets as somebody who means harm would write them. Among them are lone surrogates,
/// so not every string is valid UTF-16.
/// </summary>
public static partial class Corpus
{
    private const string Title = "////";

    public static ImmutableArray<string> Strings { get; } = [.. Lines().Select(Read)];

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream("corpus.txt")!;
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith(Title, StringComparison.Ordinal))
                yield return line;
    }

    /// <summary>Repetition first, so that what is repeated may hold escapes.</summary>
    private static string Read(string line) =>
        Repeated().Match(line) is { Success: true } match
            ? new StringBuilder()
                .Insert(
                    0,
                    Unescaped(match.Groups["what"].Value),
                    int.Parse(match.Groups["times"].ValueSpan, CultureInfo.InvariantCulture)
                )
                .ToString()
            : Unescaped(line);

    private static string Unescaped(string text) =>
        Escape()
            .Replace(
                text,
                match =>
                    match.ValueSpan[1] switch
                    {
                        'u' => (
                            (char)
                                ushort.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                        ).ToString(),
                        'n' => "\n",
                        'r' => "\r",
                        't' => "\t",
                        'b' => "\b",
                        _ => "\\",
                    }
            );

    [GeneratedRegex(
        @"^\{(?<what>.+)\*(?<times>\d+)\}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Repeated();

    [GeneratedRegex(
        @"\\(u[0-9a-fA-F]{4}|[nrtb\\])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Escape();
}
