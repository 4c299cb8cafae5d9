using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.Cli;

/// <summary>An answer as a table on a terminal; on a narrow one, a field per line.</summary>
internal sealed class AnswerText(Answer answer, Paint paint, TextWriter writer, int width)
{
    private const int WideFrom = 100;
    private const int TableFrom = 80;
    private const int Least = 8;
    private const string Gap = "  ";

    private bool IsWide => width >= WideFrom;

    public void Print()
    {
        var head = $"{paint.Bold(Clean(answer.Title))}, {Clean(answer.Aside)}";
        writer.WriteLine(head);
        foreach (var line in Ages())
            writer.WriteLine(paint.Quiet(line));
        foreach (var section in answer.Sections)
            Print(section);
        writer.WriteLine();
        if (IsWide && answer.Sections.Any(section => section.Columns.Any(column => column.Shown is Shown.Drawing)))
            writer.WriteLine(paint.Quiet(PathDrawing.Legend(paint.IsUnicode)));
        foreach (var note in answer.Notes.Concat(answer.Coverage))
            writer.WriteLine(Clean(note));
    }

    /// <summary>The age of the snapshot and that of what was read again: together where they fit.</summary>
    private IEnumerable<string> Ages()
    {
        var line = $"{Clean(answer.TenantLabel)}, {answer.Taken}";
        return answer.Fresh is null || line.Length <= width
            ? [line]
            : [$"{Clean(answer.TenantLabel)}, {answer.TakenAlone}", Refresh.Words(answer.Fresh)];
    }

    private void Print(Section section)
    {
        writer.WriteLine();
        var count = section.Count.ToString(CultureInfo.InvariantCulture);
        writer.WriteLine($"{paint.Bold(section.Name)}   {count}   {section.Caption}");
        var columns = section.Columns.Index().Where(column => IsShown(column.Item)).ToList();
        var rows = section
            .Rows.Select(row => columns.Select(column => Clean(row[column.Index].Text)).ToImmutableArray())
            .ToImmutableArray();
        if (rows.IsEmpty)
            return;

        var heads = columns.Select(column => column.Item.Head).ToImmutableArray();
        if (width < TableFrom)
            PrintFields(heads, rows);
        else
            PrintTable(heads, rows);
    }

    private bool IsShown(Column column) =>
        column.Shown is Shown.Always || (IsWide && column.Shown is (Shown.Wide or Shown.Drawing));

    private void PrintFields(ImmutableArray<string> heads, ImmutableArray<ImmutableArray<string>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var (head, text) in heads.Zip(row).Where(field => field.Second.Length > 0))
                writer.WriteLine(Cut($"{Gap}{head}: {text}", width));
            writer.WriteLine();
        }
    }

    private void PrintTable(ImmutableArray<string> heads, ImmutableArray<ImmutableArray<string>> rows)
    {
        var widths = Widths(IsWide ? rows.Insert(0, heads) : rows);
        if (IsWide)
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

    private static string Clean(string text) => Printable.Of(text);
}
