using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PimAudit.Model;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>The rows of a query as a section of an answer.</summary>
internal static class QueryCells
{
    public static Section Section(QueryAnswer found) =>
        new(
            "Rows",
            found.Rows.Length,
            found.IsCut ? "and more, which are cut" : Say.Count(found.Columns.Length, "column"),
            [.. found.Columns.Select(name => new Column(name, name))],
            [.. found.Rows.Select(row => row.Select(Cell).ToImmutableArray())]
        )
        {
            Shape = SectionShape.HeadedTable,
        };

    /// <summary>NULL is no text: null in JSON and nothing in CSV.</summary>
    private static Cell Cell(object? value) =>
        value switch
        {
            null => new("NULL", () => null, ""),
            long number => new(number.ToString(CultureInfo.InvariantCulture), () => JsonValue.Create(number)),
            double number => new(number.ToString("R", CultureInfo.InvariantCulture), () => JsonValue.Create(number)),
            _ => new((string)value),
        };
}
