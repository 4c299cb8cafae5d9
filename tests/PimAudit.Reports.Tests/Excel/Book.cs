using System.IO.Compression;
using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel;

namespace PimAudit.Reports.Tests.Excel;

/// <summary>A workbook, written for real and opened again.</summary>
internal sealed class Book : IDisposable
{
    private const int HeadRow = 3;
    private const int FirstRow = 4;

    private readonly XLWorkbook workbook;

    private Book(byte[] bytes)
    {
        Bytes = bytes;
        workbook = new XLWorkbook(new MemoryStream(bytes));
    }

    public static ReportFacts Facts { get; } = new(SampleIds.Hash("result"));

    public byte[] Bytes { get; }

    public IXLWorksheet this[string sheet] => workbook.Worksheet(sheet);

    public IEnumerable<IXLWorksheet> Sheets => workbook.Worksheets;

    public IXLNamedRanges Names => workbook.NamedRanges;

    public static Book Of(AuditResult result, ReportFacts? facts = null) =>
        new(ExcelReport.Write(result, facts ?? Facts));

    public static List<string> Headers(IXLWorksheet sheet) =>
        [.. sheet.Row(HeadRow).CellsUsed().Select(cell => cell.GetString())];

    /// <summary>The cell under a header in a row of the table, the first being 0.</summary>
    public IXLCell Cell(string sheet, string header, int row = 0) =>
        this[sheet].Cell(FirstRow + row, Headers(this[sheet]).IndexOf(header) + 1);

    /// <summary>All cells under a header, to the end of the table.</summary>
    public List<IXLCell> Column(string sheet, string header) =>
        [.. Enumerable.Range(0, Count(sheet)).Select(row => Cell(sheet, header, row))];

    public List<string> Texts(string sheet, string header) =>
        [.. Column(sheet, header).Select(cell => cell.GetString())];

    public int Count(string sheet) => this[sheet].Tables.Single().DataRange.RowCount();

    /// <summary>A part of the package as it stands in the file.</summary>
    public string Xml(string part)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes), ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The XML of a sheet by its name.</summary>
    public string SheetXml(string sheet) =>
        Xml(string.Create(null, $"xl/worksheets/sheet{workbook.Worksheet(sheet).Position}.xml"));

    public List<string> Parts()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    public void Dispose() => workbook.Dispose();
}
