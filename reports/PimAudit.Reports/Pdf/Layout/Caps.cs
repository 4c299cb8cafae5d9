using System.Collections.Immutable;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>How much of every list is printed; what is left out stands in the workbook, and the report says how much that is.</summary>
/// <param name="Cards">Critical and High findings that are told in full.</param>
/// <param name="RowsOfRule">Rows of one rule in the list of findings; those with Critical or High ones keep as many as the roomiest gives.</param>
/// <param name="TableRows">Rows of a table whose other rows stand in the workbook.</param>
internal sealed record Caps(int Cards, int RowsOfRule, int TableRows)
{
    /// <summary>From the roomiest on: further rows go first, cards last.</summary>
    public static readonly ImmutableArray<Caps> All =
    [
        new(Cards: 40, RowsOfRule: 25, TableRows: 60),
        new(Cards: 40, RowsOfRule: 10, TableRows: 40),
        new(Cards: 40, RowsOfRule: 6, TableRows: 30),
        new(Cards: 40, RowsOfRule: 4, TableRows: 20),
        .. Enumerable.Range(0, 33).Select(fewer => new Caps(Cards: 40 - fewer, RowsOfRule: 3, TableRows: 12)),
    ];

    public static Caps Roomiest => All[0];
}
