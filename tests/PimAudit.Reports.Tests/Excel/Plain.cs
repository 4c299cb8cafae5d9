using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PimAudit.Reports.Tests.Excel;

/// <summary>A workbook as a reader sees it that shares no code with the writer: cells by address, codes decoded as Excel does.</summary>
internal sealed partial class Plain
{
    private const int HeadRow = 3;

    private readonly Dictionary<string, Dictionary<string, string>> sheets = new(StringComparer.Ordinal);

    public static Plain Of(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var part = document.WorkbookPart!;
        var shared = part.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>()
            .Select(item => item.InnerText)
            .ToList();
        var plain = new Plain();
        foreach (var sheet in part.Workbook.Descendants<Sheet>())
            plain.sheets[sheet.Name!.Value!] = ((WorksheetPart)part.GetPartById(sheet.Id!.Value!))
                .Worksheet.Descendants<Cell>()
                .ToDictionary(cell => cell.CellReference!.Value!, cell => TextOf(cell, shared), StringComparer.Ordinal);
        return plain;
    }

    public IEnumerable<string> Sheets => sheets.Keys;

    /// <summary>Every text of a workbook, sheet by sheet.</summary>
    public IEnumerable<string> All => sheets.Values.SelectMany(cells => cells.Values);

    public string this[string sheet, string address] => sheets[sheet].GetValueOrDefault(address, "");

    /// <summary>The texts under a header, from the first row to the last.</summary>
    public List<string> Column(string sheet, string header)
    {
        var letter = sheets[sheet]
            .Single(cell => Row(cell.Key) == HeadRow && string.Equals(cell.Value, header, StringComparison.Ordinal))
            .Key.TrimEnd('3');
        return
        [
            .. sheets[sheet]
                .Where(cell =>
                    Row(cell.Key) > HeadRow && string.Equals(Letters(cell.Key), letter, StringComparison.Ordinal)
                )
                .Select(cell => cell.Value),
        ];
    }

    private static string TextOf(Cell cell, List<string> shared) =>
        Code()
            .Replace(
                cell.DataType?.Value == CellValues.SharedString && cell.CellValue is { } at
                        ? shared[int.Parse(at.Text, System.Globalization.CultureInfo.InvariantCulture)]
                    : cell.InlineString is { } inline ? inline.InnerText
                    : cell.CellValue?.Text ?? "",
                code => ((char)Convert.ToInt32(code.Groups["digits"].Value, 16)).ToString()
            );

    private static int Row(string address) =>
        int.Parse(
            address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static string Letters(string address) => address.TrimEnd([.. "0123456789"]);

    [GeneratedRegex("_x(?<digits>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
