using System.Collections.Immutable;
using ClosedXML.Excel;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>A sheet that is one table: title, one sentence of context, head in row 3, data from row 4.</summary>
/// <param name="Name">At most 31 characters.</param>
/// <param name="Context">Row 2.</param>
internal sealed record TableSheet<T>(
    string Name,
    CellValue Context,
    ImmutableArray<Column<T>> Columns,
    ImmutableArray<T> Rows
)
{
    /// <summary>Columns that stay when the sheet is scrolled to the right.</summary>
    public int FrozenColumns { get; init; } = 1;

    /// <summary>Rows grow with their prose; otherwise each is one line high.</summary>
    public bool Grows { get; init; } = true;

    /// <summary>Header of the last column that is printed; null prints all.</summary>
    public string? PrintedUpTo { get; init; }

    public ImmutableArray<Highlight> Highlights { get; init; } = [];

    /// <summary>What this sheet alone needs once its table stands.</summary>
    public Action<IXLWorksheet, TablePlace>? Finish { get; init; }

    /// <summary>Rows beyond these stand on a further sheet.</summary>
    public int MostRows { get; init; } = TablePlace.MostRows;

    /// <summary>As one sheet.</summary>
    public TablePlace Place => new(Name, [.. Columns.Select(column => column.Header)], Rows.Length);

    /// <summary>Where the parts stand; one where the rows fit.</summary>
    public ImmutableArray<TablePlace> Places => [.. Parts().Select(part => part.Place)];

    /// <summary>The sheets that it takes: <c>Findings</c>, <c>Findings 2</c> and so on.</summary>
    public IEnumerable<TableSheet<T>> Parts()
    {
        if (Rows.Length <= MostRows)
            return [this];

        return Rows.Chunk(MostRows)
            .Select(
                (rows, at) =>
                    this with
                    {
                        Name = at == 0 ? Name : FormattableString.Invariant($"{Name} {at + 1}"),
                        Context =
                            at == 0
                                ? Context
                                : Cell.Text(
                                    FormattableString.Invariant(
                                        $"Rows {(at * MostRows) + 1} to {(at * MostRows) + rows.Length} of {Rows.Length}; the sheet {Name} holds the first and says what they are."
                                    )
                                ),
                        Rows = [.. rows],
                    }
            );
    }
}
