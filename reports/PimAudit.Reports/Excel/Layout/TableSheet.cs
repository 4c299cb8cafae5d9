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

    public TablePlace Place => new(Name, [.. Columns.Select(column => column.Header)], Rows.Length);
}

/// <summary>Where a table stands on its sheet. A table without rows keeps one empty row, as Excel demands.</summary>
internal sealed record TablePlace(string Sheet, ImmutableArray<string> Headers, int Count)
{
    public const int HeadRow = 3;
    public const int FirstRow = 4;

    public int LastRow => FirstRow + Math.Max(Count, 1) - 1;

    /// <summary>Sheet and table without spaces, as defined names need it.</summary>
    public string Key => Sheet.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <returns>One-based.</returns>
    public int Number(string header) => Headers.IndexOf(header, StringComparer.Ordinal) + 1;

    public string Letter(string header) => XLHelper.GetColumnLetterFromNumber(Number(header));

    /// <summary>The cells of a column with the sheet before them, for formulas on other sheets.</summary>
    public string Range(string header) =>
        FormattableString.Invariant($"'{Sheet}'!${Letter(header)}${FirstRow}:${Letter(header)}${LastRow}");

    /// <summary>Puts a cell of the first row where <c>[Header]</c> stands, its column fixed.</summary>
    public string Formula(string template) =>
        Headers.Aggregate(
            template,
            (formula, header) =>
                formula.Replace(
                    $"[{header}]",
                    FormattableString.Invariant($"${Letter(header)}{FirstRow}"),
                    StringComparison.Ordinal
                )
        );
}
