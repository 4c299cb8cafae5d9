using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PimAudit.Reports.Tests.Csv;

/// <summary>Reads RFC 4180, and undoes the marks as they are documented.</summary>
internal static partial class CsvFile
{
    /// <summary>Fields of each record as they stand in the file, unquoted.</summary>
    public static List<string[]> Read(string text)
    {
        var (records, fields, field, isQuoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (isQuoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
                field.Append(text[++at]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter == ',')
                Next();
            else if (!isQuoted && letter == '\r' && text[at + 1] == '\n')
            {
                at++;
                Next();
                records.Add([.. fields]);
                fields.Clear();
            }
            else
                field.Append(letter);
        }

        return records;

        void Next()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }

    public static string Undo(string field)
    {
        var whole = Code()
            .Replace(
                field,
                code =>
                    int.Parse(code.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                        is var point
                    && point < 0x10000
                        ? ((char)point).ToString()
                        : char.ConvertFromUtf32(point)
            );
        return whole.StartsWith('\'') ? whole[1..] : whole;
    }

    [GeneratedRegex(@"\\u\{(?<code>[0-9A-F]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
