using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Rows as sentences: the first cell in front, the second beside it, the others under it with their heads.</summary>
internal sealed class SectionProse(Paint paint, TextWriter writer, int width)
{
    private const string Gap = "  ";

    /// <param name="rows">Texts that are safe to print.</param>
    public void Print(ImmutableArray<string> heads, ImmutableArray<ImmutableArray<string>> rows)
    {
        var front = rows.Max(row => row[0].Length);
        var indent = new string(' ', Gap.Length + front + Gap.Length);
        foreach (var row in rows)
        {
            var lead = Gap + row[0].PadRight(front) + Gap;
            var more = heads
                .Zip(row)
                .Skip(2)
                .Where(cell => cell.Second.Length > 0)
                .SelectMany(cell => Prose.Lines($"{cell.First}: {cell.Second}", width - indent.Length))
                .Select(line => indent + paint.Quiet(line));
            var text = Prose.Lines(row[1], width - indent.Length);
            foreach (var line in text.Select((line, at) => (at == 0 ? lead : indent) + line).Concat(more))
                writer.WriteLine(line);
        }
    }
}
