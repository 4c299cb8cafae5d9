using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Rows as a list: a mark, a name, and what there is to say, wrapped.</summary>
internal sealed class MarkedList(Paint paint, TextWriter writer, int width)
{
    private const string Gap = "  ";
    private const int LeastText = 20;

    /// <param name="rows">Texts that are safe to print: the name, the text, and quieter ones; empty ones are left out.</param>
    public void Print(ImmutableArray<Glyph> marks, ImmutableArray<ImmutableArray<string>> rows)
    {
        var markWidth = marks.Max(mark => paint.Width(mark));
        var nameWidth = rows.Max(row => row[0].Length);
        var indent = new string(' ', (3 * Gap.Length) + markWidth + nameWidth);
        var room = Math.Max(LeastText, width - indent.Length);
        foreach (var (mark, row) in marks.Zip(rows))
        {
            var pad = new string(' ', markWidth - paint.Width(mark));
            var head = $"{Gap}{paint.Mark(mark)}{pad}{Gap}{row[0].PadRight(nameWidth)}{Gap}";
            foreach (var line in FailurePrinter.Wrap(row[1], room))
            {
                writer.WriteLine((head + line).TrimEnd());
                head = indent;
            }

            foreach (
                var line in row.Skip(2)
                    .Where(text => text.Length > 0)
                    .SelectMany(text => FailurePrinter.Wrap(text, room))
            )
                writer.WriteLine(indent + paint.Quiet(line));
        }
    }
}
