using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PimAudit.Reports.Pdf.Drawing;

/// <summary>A line of the outline.</summary>
/// <param name="Destination">Name of a destination on some page.</param>
/// <param name="Level">0 for a section, 1 for what stands below it.</param>
internal sealed record Bookmark(string Title, string Destination, int Level = 0);

/// <summary>
/// Adds outline and language to a finished file by an incremental update, since Skia writes neither. Only the catalog is
/// written anew; everything that was drawn stays as it is.
/// </summary>
internal static partial class Outline
{
    public static byte[] Append(byte[] pdf, ImmutableArray<Bookmark> bookmarks, string language)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
        var root = int.Parse(Value(RootPattern(), trailer), CultureInfo.InvariantCulture);
        var size = int.Parse(Value(SizePattern(), trailer), CultureInfo.InvariantCulture);
        var previous = Value(StartPattern(), trailer);
        var additions = bookmarks.IsEmpty
            ? $"/Lang ({language})"
            : $"/Lang ({language}) /PageMode /UseOutlines /Outlines {Text(size)} 0 R";

        var objects = new List<(int Number, string Body)> { (root, Catalog(text, root, additions)) };
        if (!bookmarks.IsEmpty)
            objects.AddRange(Items(bookmarks, size));
        var kept = KeptPattern().Matches(trailer).Select(match => " " + match.Value);
        return Join(
            pdf,
            objects,
            $"/Size {Text(size + bookmarks.Length + 1)} /Root {Text(root)} 0 R /Prev {previous}{string.Concat(kept)}"
        );
    }

    private static string Catalog(string text, int root, string additions)
    {
        var start = text.LastIndexOf($"\n{Text(root)} 0 obj", StringComparison.Ordinal);
        var open = text.IndexOf("<<", start, StringComparison.Ordinal);
        var end = text.IndexOf("endobj", open, StringComparison.Ordinal);
        return $"<<{additions} {text[(open + 2)..end].Trim()}";
    }

    private static IEnumerable<(int Number, string Body)> Items(ImmutableArray<Bookmark> bookmarks, int first)
    {
        var tops = Indices(bookmarks, 0, bookmarks.Length, level: 0);
        yield return (
            first,
            $"<</Type /Outlines /First {Ref(first, tops[0])} /Last {Ref(first, tops[^1])} /Count {Text(tops.Count)}>>"
        );
        for (var at = 0; at < bookmarks.Length; at++)
            yield return (first + 1 + at, Item(bookmarks, first, at));
    }

    private static string Item(ImmutableArray<Bookmark> bookmarks, int first, int at)
    {
        var mark = bookmarks[at];
        var parent = mark.Level == 0 ? -1 : LastBefore(bookmarks, at, 0);
        var from = parent + 1;
        var until = End(bookmarks, from, mark.Level);
        var siblings = Indices(bookmarks, from, until, mark.Level);
        var place = siblings.IndexOf(at);
        var children = Indices(bookmarks, at + 1, End(bookmarks, at + 1, mark.Level + 1), mark.Level + 1);

        var body = new StringBuilder("<</Title ").Append(TextString(mark.Title));
        body.Append(" /Dest /").Append(mark.Destination);
        body.Append(" /Parent ").Append(parent < 0 ? $"{Text(first)} 0 R" : Ref(first, parent));
        if (place > 0)
            body.Append(" /Prev ").Append(Ref(first, siblings[place - 1]));
        if (place < siblings.Count - 1)
            body.Append(" /Next ").Append(Ref(first, siblings[place + 1]));
        if (children.Count > 0)
            body.Append(" /First ")
                .Append(Ref(first, children[0]))
                .Append(" /Last ")
                .Append(Ref(first, children[^1]))
                .Append(" /Count -")
                .Append(Text(children.Count));
        return body.Append(">>").ToString();
    }

    private static byte[] Join(byte[] pdf, List<(int Number, string Body)> objects, string trailer)
    {
        using var memory = new MemoryStream();
        memory.Write(pdf);
        var table = new StringBuilder("xref\n");
        foreach (var (number, body) in objects.OrderBy(item => item.Number))
        {
            Put(memory, "\n");
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{memory.Position:D10} 00000 n \n");
            Put(memory, $"{Text(number)} 0 obj\n{body}\nendobj\n");
        }

        var start = memory.Position;
        Put(memory, table.ToString());
        Put(memory, $"trailer\n<<{trailer}>>\n");
        Put(memory, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return memory.ToArray();
    }

    private static void Put(MemoryStream memory, string text) => memory.Write(Encoding.Latin1.GetBytes(text));

    private static int LastBefore(ImmutableArray<Bookmark> bookmarks, int at, int level)
    {
        while (--at >= 0 && bookmarks[at].Level != level) { }
        return at;
    }

    private static int End(ImmutableArray<Bookmark> bookmarks, int from, int level)
    {
        while (from < bookmarks.Length && bookmarks[from].Level >= level)
            from++;
        return from;
    }

    private static List<int> Indices(ImmutableArray<Bookmark> bookmarks, int from, int until, int level) =>
        [.. Enumerable.Range(from, Math.Max(0, until - from)).Where(at => bookmarks[at].Level == level)];

    /// <summary>UTF-16 in hexadecimal: no name can end the string.</summary>
    private static string TextString(string text) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string Ref(int first, int at) => $"{Text(first + 1 + at)} 0 R";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Value(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match
            ? match.Groups["value"].Value
            : throw new InvalidOperationException($"The end of the drawn file lacks {pattern}.");

    [GeneratedRegex(@"/Root (?<value>\d+) 0 R", RegexOptions.NonBacktracking)]
    private static partial Regex RootPattern();

    [GeneratedRegex(@"/Size (?<value>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex SizePattern();

    [GeneratedRegex(@"startxref\s+(?<value>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"/Info \d+ 0 R|/ID \[<[0-9A-Fa-f]+> <[0-9A-Fa-f]+>\]", RegexOptions.NonBacktracking)]
    private static partial Regex KeptPattern();
}
