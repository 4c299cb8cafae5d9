using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PimAudit.Reports.Excel.Returned;

/// <param name="FirstColumn">From 1.</param>
/// <param name="FirstRow">From 1.</param>
/// <param name="LastColumn">From 1.</param>
internal sealed record NamedPlace(string Sheet, int FirstColumn, int FirstRow, int LastColumn);

/// <summary>The defined names of a workbook: they stay right when rows and sheets are moved.</summary>
internal sealed partial class NamedPlaces(WorkbookPart workbook)
{
    private readonly Dictionary<string, string> references = (
        workbook.Workbook.DefinedNames?.Elements<DefinedName>() ?? []
    )
        .Where(name => name.Name?.Value is not null && name.LocalSheetId is null)
        .DistinctBy(name => name.Name!.Value!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(name => name.Name!.Value!, name => name.Text, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where there is no such name, or it names no cells of one sheet.</returns>
    public NamedPlace? Find(string name)
    {
        if (!references.TryGetValue(name, out var reference) || Cells().Match(reference) is not { Success: true } match)
            return null;

        var sheet = match.Groups["sheet"].Value;
        var (column, row) = (ColumnOf(match.Groups["column"].Value), RowOf(match.Groups["row"].Value));
        return new(
            sheet.StartsWith('\'') ? sheet[1..^1].Replace("''", "'", StringComparison.Ordinal) : sheet,
            column,
            row,
            match.Groups["lastColumn"] is { Success: true } last ? ColumnOf(last.Value) : column
        );
    }

    /// <summary>Null where no sheet has that name.</summary>
    public WorksheetPart? PartOf(string sheet) =>
        workbook
            .Workbook.Sheets?.Elements<Sheet>()
            .FirstOrDefault(one => string.Equals(one.Name?.Value, sheet, StringComparison.OrdinalIgnoreCase))
            ?.Id?.Value
            is { } id
            ? workbook.GetPartById(id) as WorksheetPart
            : null;

    private static int ColumnOf(string letters) => ClosedXML.Excel.XLHelper.GetColumnNumberFromLetter(letters);

    private static int RowOf(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<sheet>'(?:[^']|'')+'|[^'!]+)!\$?(?<column>[A-Z]{1,3})\$?(?<row>[0-9]{1,7})(?::\$?(?<lastColumn>[A-Z]{1,3})\$?[0-9]{1,7})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Cells();
}
