using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Markdown.Blocks;

/// <summary>Tables as GitHub and Azure DevOps read them: a cell is one line.</summary>
internal static class TableLines
{
    /// <param name="columns">Escaped titles, and whether figures stand below.</param>
    public static string Head(IEnumerable<(string Title, bool IsFigure)> columns)
    {
        var list = columns.ToList();
        return Row(list.Select(column => column.Title)) + Row(list.Select(column => column.IsFigure ? "---:" : "---"));
    }

    /// <param name="cells">Escaped.</param>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    public static void Add(Sheet sheet, DataTable table, string section)
    {
        if (table.Title is { } title && !sheet.TryAdd(Title(title, table.TitleNote)))
        {
            sheet.LeaveOut(section);
            return;
        }

        if (table.Rows.IsEmpty)
        {
            sheet.Add(section, $"\n{MarkdownText.Of(table.Empty)}\n", [], "row");
            return;
        }

        var head = Head(table.Columns.Select(column => (MarkdownText.Of(column.Header), column.IsFigure)));
        sheet.Add(section, $"\n{head}", [.. table.Rows.Select(row => Lines(row, table.Columns.Length))], "row");
        if (table.Left > 0)
            sheet.TryAdd($"\n{Say.Count(table.Left, "more row")} in result.json.\n");
    }

    public static string Title(string title, string? note) =>
        $"\n### {MarkdownText.Of(title)}{(string.IsNullOrEmpty(note) ? "" : $" ({MarkdownText.Of(note)})")}\n";

    /// <summary>A row, and below it what is said over its whole width.</summary>
    private static string Lines(TableRow row, int columns)
    {
        var isGroup = row.Kind is RowKind.Group;
        var cells = row.Cells.Select(cell => Cell(cell, isGroup));
        return Row(Filled(cells, columns)) + (row.Note is { } note ? Row(Filled([RichLine.Of(note)], columns)) : "");
    }

    private static IEnumerable<string> Filled(IEnumerable<string> cells, int columns)
    {
        var list = cells.ToList();
        return list.Concat(Enumerable.Repeat("", Math.Max(0, columns - list.Count)));
    }

    private static string Cell(TableCell cell, bool isGroup)
    {
        var text = RichLine.Of(cell.Content);
        return cell.Deviates is { } severity ? $"{RichLine.Mark(severity)} {Say.Word(severity)}: {text}"
            : isGroup && text.Length > 0 && !text.Contains("**", StringComparison.Ordinal) ? $"**{text}**"
            : text;
    }
}
