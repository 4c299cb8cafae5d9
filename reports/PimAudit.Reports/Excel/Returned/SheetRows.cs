using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PimAudit.Model;

namespace PimAudit.Reports.Excel.Returned;

/// <summary>Reads the cells of a sheet row by row, without holding the sheet.</summary>
internal sealed class SheetRows(string sheet, WorksheetPart part, ImmutableArray<string> texts)
{
    private const int MaxRows = 1_048_576;

    /// <returns>Row number with its cells by column number, both from 1; blank cells and rows are left out.</returns>
    /// <exception cref="InvalidDataException">Rows or cells without a place, or out of order.</exception>
    public IEnumerable<(int Number, SortedDictionary<int, ReturnedCell> Cells)> Read()
    {
        using var reader = OpenXmlReader.Create(part);
        var last = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Row))
                continue;

            var row = (Row)reader.LoadCurrentElement()!;
            var number = checked((int)(row.RowIndex?.Value ?? (uint)(last + 1)));
            if (number <= last || number > MaxRows)
                throw new InvalidDataException($"The rows of '{sheet}' are out of order.");
            last = number;
            var cells = CellsOf(row, number);
            if (cells.Count > 0)
                yield return (number, cells);
        }
    }

    public string Place(int column, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{sheet}!{XLHelper.GetColumnLetterFromNumber(column)}{row}");

    private SortedDictionary<int, ReturnedCell> CellsOf(Row row, int number)
    {
        var cells = new SortedDictionary<int, ReturnedCell>();
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
            if (column is < 1 or > XLHelper.MaxColumnNumber)
                throw new InvalidDataException($"A cell of '{sheet}' has no place.");
            if (Of(cell, Place(column, number)) is { } shown)
                cells[column] = shown;
        }

        return cells;
    }

    private ReturnedCell? Of(Cell cell, string place)
    {
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        var text =
            type == CellValues.SharedString ? Shared(raw, place)
            : type == CellValues.InlineString
                ? cell.InlineString is { } inline ? SharedTexts.Of(inline)
                    : ""
            : type == CellValues.String ? SharedTexts.Decoded(raw)
            : raw;
        var number =
            (type is null || type == CellValues.Number)
            && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : (double?)null;
        var isFormula = cell.CellFormula is not null;
        return text.Length == 0 && !isFormula
            ? null
            : new(place, type == CellValues.Date ? Day(text) : text, number, isFormula);
    }

    /// <summary>A cell that is dressed for text and empty points nowhere.</summary>
    private string Shared(string raw, string place) =>
        raw.Length == 0 ? ""
        : int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Length
            ? texts[at]
        : throw new InvalidDataException($"{place} points at a text that is not there.");

    /// <summary>Some programs write a date as ISO 8601 with a time of midnight.</summary>
    private static string Day(string text) => text.EndsWith("T00:00:00", StringComparison.Ordinal) ? text[..^9] : text;

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column;
    }
}
