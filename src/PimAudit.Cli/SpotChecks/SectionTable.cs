using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Rows as a table, cells cut where it would not fit; a field per line where there is no room for one.</summary>
internal sealed class SectionTable(Paint paint, TextWriter writer, int width)
{
    private const int TableFrom = 80;
    private const int Least = 8;
    private const string Gap = "  ";

    /// <param name="rows">Texts that are safe to print.</param>
    public void Print(ImmutableArray<string> heads, ImmutableArray<ImmutableArray<string>> rows, bool withHeads)
    {
        if (width < TableFrom || (withHeads && heads.Length * (Least + Gap.Length) > width))
            PrintFields(heads, rows);
        else
            PrintTable(heads, rows, withHeads);
    }

    private void PrintFields(ImmutableArray<string> heads, ImmutableArray<ImmutableArray<string>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var (head, text) in heads.Zip(row).Where(field => field.Second.Length > 0))
                writer.WriteLine(Cut($"{Gap}{head}: {text}", width));
            writer.WriteLine();
        }
    }

    private void PrintTable(ImmutableArray<string> heads, ImmutableArray<ImmutableArray<string>> rows, bool withHeads)
    {
        var widths = Widths(withHeads ? rows.Insert(0, heads) : rows);
        if (withHeads)
        {
            writer.WriteLine(paint.Quiet(Line(heads, widths)));
            var rule = Math.Min(width - 2, widths.Sum() + (Gap.Length * (widths.Length - 1)));
            writer.WriteLine(Gap + paint.Quiet(new string(paint.IsUnicode ? '─' : '-', Math.Max(1, rule))));
        }

        foreach (var row in rows)
            writer.WriteLine(Line(row, widths));
    }

    /// <summary>As wide as the texts, the widest columns cut until the line fits.</summary>
    private int[] Widths(ImmutableArray<ImmutableArray<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(at => rows.Max(row => row[at].Length)).ToArray();
        var room = width - (Gap.Length * widths.Length);
        while (widths.Sum() > room && widths.Max() > Least)
            widths[Array.IndexOf(widths, widths.Max())]--;
        return widths;
    }

    private string Line(ImmutableArray<string> cells, int[] widths) =>
        (Gap + string.Join(Gap, cells.Select((text, at) => Cut(text, widths[at]).PadRight(widths[at])))).TrimEnd();

    private string Cut(string text, int length)
    {
        var mark = paint.IsUnicode ? "…" : "...";
        return text.Length <= length ? text
            : length <= mark.Length ? text[..length]
            : string.Concat(text.AsSpan(0, length - mark.Length), mark);
    }
}
