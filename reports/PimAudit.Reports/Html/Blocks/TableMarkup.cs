using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>Rows under a head, in a frame that scrolls where the window is too narrow.</summary>
internal static class TableMarkup
{
    /// <param name="section">Says what the table shows where it has no title of its own.</param>
    public static Element Of(DataTable table, string section, PageContext page)
    {
        Element[] title = table.Title is { } own ? [HeadingMarkup.Of(own, table.TitleNote)] : [];
        if (table.Rows.IsEmpty)
            return Element.Of("div", [.. title, Element.Of("p", table.Empty).Class("prose")]);

        var caption = Element.Of("caption", table.Title ?? section).Class("hush");
        var framed = Element
            .Of(
                "div",
                Element
                    .Of("table", [caption, Widths(table), Head(table), .. TableRows.Of(table, page)])
                    .Class(Width(table))
            )
            .Class("frame")
            .With("data-name", table.Title ?? section);
        return Element.Of("div", [.. title, framed, .. More(table)]).Class("tabled");
    }

    /// <summary>The style sheet knows widths in steps of two per cent.</summary>
    private static Element Widths(DataTable table)
    {
        var whole = table.Columns.Sum(column => column.Weight);
        return Element.Of(
            "colgroup",
            table.Columns.Select(column =>
                Element
                    .Of("col")
                    .Class(
                        FormattableString.Invariant($"w{Math.Max(1, (int)Math.Round(column.Weight / whole * 50)) * 2}")
                    )
            )
        );
    }

    private static Element Head(DataTable table) =>
        Element.Of(
            "thead",
            Element.Of(
                "tr",
                table.Columns.Select(column =>
                    Element.Of("th", column.Header).With("scope", "col").With("class", column.IsFigure ? "n" : null)
                )
            )
        );

    private static string Width(DataTable table) =>
        table.Columns.Length switch
        {
            <= 3 => "few",
            <= 6 => "some",
            _ => "many",
        };

    private static IEnumerable<Node> More(DataTable table)
    {
        if (table.Left > 0)
            yield return Element
                .Of(
                    "p",
                    $"{Say.Count(table.Left, "more row")}{(table.Sheet is { } sheet ? $" in the workbook, sheet {sheet}" : "")}."
                )
                .Class("prose q");
    }
}
