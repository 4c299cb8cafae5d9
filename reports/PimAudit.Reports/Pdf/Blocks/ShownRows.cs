using System.Collections.Immutable;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>The rows of a table that there is room for.</summary>
/// <param name="Left">Rows that are left out, those that the table itself leaves out among them.</param>
internal sealed record ShownRows(ImmutableArray<TableRow> Rows, int Left)
{
    /// <summary>Rows are left out only where a sheet of the workbook holds them.</summary>
    public static ShownRows Of(DataTable table, int most)
    {
        ImmutableArray<TableRow> rows = [.. table.Rows.Where(row => row.Kind is not RowKind.Expected)];
        var count = rows.Count(IsEntry);
        most = Math.Max(most, table.AtLeast);
        if (table.Sheet is null || count <= most)
            return new(rows, table.Left);

        var kept = rows.Index()
            .Where(item => IsEntry(item.Item))
            .OrderBy(item => item.Item.Rank ?? item.Index)
            .ThenBy(item => item.Index)
            .Take(most)
            .Select(item => item.Index)
            .ToHashSet();
        return new(
            WithoutEmptyGroups([.. rows.Where((row, at) => !IsEntry(row) || kept.Contains(at))]),
            table.Left + count - most
        );
    }

    private static bool IsEntry(TableRow row) => row.Kind is not (RowKind.Group or RowKind.Expected);

    /// <summary>A title with something said below it stays without rows too.</summary>
    private static ImmutableArray<TableRow> WithoutEmptyGroups(ImmutableArray<TableRow> rows) =>
        [
            .. rows.Where(
                (row, at) => IsEntry(row) || row.Note is not null || (at + 1 < rows.Length && IsEntry(rows[at + 1]))
            ),
        ];
}
