using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.Cli;

/// <summary>An answer on a terminal: tables, or a field per line on a narrow one.</summary>
internal sealed class AnswerText(Answer answer, Paint paint, TextWriter writer, int width)
{
    private const int WideFrom = 100;
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
        if (answer.Sections.Any(section => section.Columns.Any(column => column.Shown is Shown.Drawing)))
            foreach (var line in Legend())
                writer.WriteLine(paint.Quiet(line));
        foreach (var note in answer.Notes.Concat(answer.Coverage))
        foreach (var (at, line) in Prose.Lines(Clean(note), width - Gap.Length).Index())
            writer.WriteLine(at == 0 ? line : Gap + line);
    }

    /// <summary>The age of the snapshot and that of what was read again: together where they fit.</summary>
    private IEnumerable<string> Ages()
    {
        var line = $"{Clean(answer.TenantLabel)}, {answer.Taken}";
        return answer.Fresh is null || line.Length <= width
            ? [line]
            : [$"{Clean(answer.TenantLabel)}, {answer.TakenAlone}", Refresh.Words(answer.Fresh)];
    }

    /// <summary>Of paths, where they are drawn, and of gates: together where they fit.</summary>
    private IEnumerable<string> Legend()
    {
        const string Gates = Gap + PathDrawing.Gates;
        if (!IsWide)
            return [Gates];

        var paths = PathDrawing.Legend(paint.IsUnicode);
        return paths.Length + Gates.Length < width ? [$"{paths} {Gates}"] : [paths, Gates];
    }

    private void Print(Section section)
    {
        writer.WriteLine();
        PrintHead(section);
        var columns = section.Columns.Index().Where(column => IsShown(column.Item)).ToList();
        var rows = section
            .Rows.Select(row => columns.Select(column => Clean(row[column.Index].Text)).ToImmutableArray())
            .ToImmutableArray();
        if (rows.IsEmpty)
            return;

        var heads = columns.Select(column => Clean(column.Item.Head)).ToImmutableArray();
        if (!section.Marks.IsEmpty)
            new MarkedList(paint, writer, width).Print(section.Marks, rows);
        else if (section.Shape is SectionShape.Prose)
            new SectionProse(paint, writer, width).Print(heads, rows);
        else
            new SectionTable(paint, writer, width).Print(
                heads,
                rows,
                IsWide || section.Shape is SectionShape.HeadedTable
            );
    }

    private void PrintHead(Section section)
    {
        var count = section.Count.ToString(CultureInfo.InvariantCulture);
        var head = $"{section.Name}   {count}   {section.Caption}";
        var lines = Prose.Lines(head, width - Gap.Length).ToList();
        var end = Math.Min(section.Name.Length, lines[0].Length);
        writer.WriteLine(paint.Bold(lines[0][..end]) + lines[0][end..]);
        foreach (var line in lines.Skip(1))
            writer.WriteLine(Gap + line);
    }

    private bool IsShown(Column column) =>
        column.Shown is Shown.Always || (IsWide && column.Shown is (Shown.Wide or Shown.Drawing));

    private static string Clean(string text) => Printable.Of(text);
}
