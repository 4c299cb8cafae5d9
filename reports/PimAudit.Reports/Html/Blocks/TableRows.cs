using System.Collections.Immutable;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>The bodies of a table: a group row begins a new one.</summary>
internal static class TableRows
{
    public static IEnumerable<Node> Of(DataTable table, PageContext page)
    {
        var rows = new List<Node>();
        foreach (var row in table.Rows)
        {
            if (row.Kind is RowKind.Group && rows.Count > 0)
            {
                yield return Element.Of("tbody", rows);
                rows = [];
            }

            rows.AddRange(Lines(table, row, page));
        }

        yield return Element.Of("tbody", rows);
    }

    private static IEnumerable<Node> Lines(DataTable table, TableRow row, PageContext page)
    {
        var shown = row.Kind is RowKind.Unread ? row with { Cells = WithoutTail(row.Cells) } : row;
        var cells =
            row.Kind is RowKind.Group
                ? [Group(table, row, page)]
                : shown.Cells.Select((cell, at) => Cell(table, shown, cell, at, page));
        yield return Element
            .Of("tr", cells)
            .With("id", page.First(row.Anchor))
            .With("class", row.Kind is RowKind.Plain ? null : row.Kind.ToString().ToLowerInvariant());
        if (row.Note is { } note)
            yield return Element
                .Of(
                    "tr",
                    Element
                        .Of("td", RichMarkup.Of(note, page))
                        .With("colspan", FormattableString.Invariant($"{table.Columns.Length}"))
                )
                .Class("note");
    }

    /// <summary>The reason takes the place of all that was not read.</summary>
    private static ImmutableArray<TableCell> WithoutTail(ImmutableArray<TableCell> cells) =>
        [.. cells.Take(1 + Math.Max(0, cells.ToList().FindLastIndex(cell => !IsEmpty(cell))))];

    private static bool IsEmpty(TableCell cell) =>
        cell.Content.Lines.All(line => line.All(run => run is TextRun { Text: "" }));

    private static Element Group(DataTable table, TableRow row, PageContext page) =>
        Element
            .Of("th", row.Cells.Select(cell => RichMarkup.Of(cell.Content, page)))
            .With("scope", "rowgroup")
            .With("colspan", FormattableString.Invariant($"{table.Columns.Length}"));

    private static Element Cell(DataTable table, TableRow row, TableCell cell, int at, PageContext page)
    {
        var content = RichMarkup.Of(cell.Content, page);
        var names = Names(table, row, cell, at);
        return (at == 0 ? Element.Of("th", content).With("scope", "row") : Element.Of("td", Marked(cell, content)))
            .With("colspan", Span(table, row, at))
            .With("class", names.Length > 0 ? names : null);
    }

    private static Node[] Marked(TableCell cell, Element content) =>
        cell.Deviates is { } severity ? [Symbols.Named(severity), " ", content] : [content];

    private static string Names(DataTable table, TableRow row, TableCell cell, int at)
    {
        var names = new List<string>();
        if (at < table.Columns.Length && table.Columns[at].IsFigure)
            names.Add("n");
        if (cell.Deviates is { } severity)
            names.Add($"dev dev-{Slug.Of(severity.ToString())}");
        if (row.Kind is RowKind.Unread && at == 1)
            names.Add("why");
        return string.Join(' ', names);
    }

    /// <summary>The last cell of a row that has fewer than the head takes the rest.</summary>
    private static string? Span(DataTable table, TableRow row, int at)
    {
        var left = table.Columns.Length - row.Cells.Length;
        return at == row.Cells.Length - 1 && left > 0 ? FormattableString.Invariant($"{left + 1}") : null;
    }
}
