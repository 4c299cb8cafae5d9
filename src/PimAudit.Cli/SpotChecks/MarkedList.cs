using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Rows as a list: a mark, a name, and what there is to say, wrapped.</summary>
internal sealed class MarkedList(Paint paint, TextWriter writer, int width)
{
    private const string Gap = "  ";
    private const int LeastText = 20;

    /// <param name="rows">Texts that are safe to print: the name and the text, then quieter ones; a text alone has no name.</param>
    public void Print(ImmutableArray<Glyph> marks, ImmutableArray<ImmutableArray<string>> rows)
    {
        var markWidth = marks.Max(paint.Width);
        var nameWidth = rows.Max(row => row.Length > 1 ? row[0].Length + Gap.Length : 0);
        var indent = new string(' ', (2 * Gap.Length) + markWidth + nameWidth);
        var room = Math.Max(LeastText, width - indent.Length);
        foreach (var (mark, row) in marks.Zip(rows))
        {
            var head = Gap + paint.Mark(mark) + new string(' ', markWidth - paint.Width(mark)) + Gap;
            var name = row.Length > 1 ? row[0] : "";
            Print(head + name.PadRight(nameWidth), indent, row[Math.Min(1, row.Length - 1)], room);
            foreach (var quiet in row.Skip(2).Where(text => text.Length > 0))
            foreach (var line in FailurePrinter.Wrap(quiet, room))
                writer.WriteLine(indent + paint.Quiet(line));
        }
    }

    private void Print(string head, string indent, string text, int room)
    {
        foreach (var line in FailurePrinter.Wrap(text, room))
        {
            writer.WriteLine(head + line);
            head = indent;
        }
    }
}
