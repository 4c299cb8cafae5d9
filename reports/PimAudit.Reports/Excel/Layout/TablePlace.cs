using System.Collections.Immutable;
using ClosedXML.Excel;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>Where a table stands on its sheet. A table without rows keeps one empty row, as Excel demands.</summary>
internal sealed record TablePlace(string Sheet, ImmutableArray<string> Headers, int Count)
{
    public const int HeadRow = 3;
    public const int FirstRow = 4;

    /// <summary>Excel has 1,048,576 rows.</summary>
    public const int MostRows = 1_048_576 - HeadRow;

    public int LastRow => FirstRow + Math.Max(Count, 1) - 1;

    /// <summary>Sheet and table without spaces, as defined names need it.</summary>
    public string Key => Sheet.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>The cells of the table, its head included: <c>A3:Y75</c>.</summary>
    public string Reference =>
        FormattableString.Invariant($"A{HeadRow}:{XLHelper.GetColumnLetterFromNumber(Headers.Length)}{LastRow}");

    /// <summary>Name of the table itself.</summary>
    public string Table => Key + "Table";

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
