using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Excel.Package;

namespace PimAudit.Reports.Excel;

/// <summary>A workbook in the making: its sheets and styles, and the rows that are written when it is saved.</summary>
/// <param name="title">For the properties of the file.</param>
/// <param name="moment">UTC; the only time of the file.</param>
/// <param name="mostRows">Of a table on one sheet.</param>
internal sealed class WorkbookDraft(string title, DateTimeOffset moment, Furniture furniture, int mostRows)
    : IDisposable
{
    public WorkbookDraft(AuditResult result, ReportFacts facts, int mostRows)
        : this("Privileged access audit", result.Snapshot.TakenAt, Furniture.Of(result, facts), mostRows) { }

    private readonly Dictionary<string, ITableRows> rows = new(StringComparer.Ordinal);
    private readonly List<FormulaCell> formulas = [];

    public XLWorkbook Workbook { get; } = Empty(title, moment);

    public Furniture Furniture { get; } = furniture;

    /// <summary>Adds a sheet, and further ones where the rows do not fit on one.</summary>
    public void Add<T>(TableSheet<T> sheet)
    {
        foreach (var part in (sheet with { MostRows = mostRows }).Parts())
        {
            Knows(part.Context);
            rows.Add(StablePackage.PartOf(Workbook.Worksheets.Count + 1), TableWriter.Draft(Workbook, part, Furniture));
        }
    }

    /// <summary>Notes what formulas outside of tables show.</summary>
    public void Knows(params IEnumerable<CellValue> cells) => formulas.AddRange(cells.OfType<FormulaCell>());

    /// <param name="output">Stays open.</param>
    public void Save(Stream output)
    {
        using var draft = new MemoryStream();
        Workbook.SaveAs(draft);
        new StablePackage(new SheetXml(formulas), rows).Write(draft, output);
    }

    public void Dispose() => Workbook.Dispose();

    /// <summary>The properties name the program and the snapshot's time: neither this machine nor who runs it.</summary>
    private static XLWorkbook Empty(string title, DateTimeOffset moment)
    {
        var workbook = new XLWorkbook(XLEventTracking.Disabled);
        workbook.Style.Font.SetFontName(Look.Font).Font.SetFontSize(Look.FontSize).Font.SetFontColor(Look.Ink);
        workbook.FullCalculationOnLoad = true;
        workbook.Author = "PimAudit";
        workbook.Properties.Author = "PimAudit";
        workbook.Properties.LastModifiedBy = "PimAudit";
        workbook.Properties.Company = "";
        workbook.Properties.Title = title;
        workbook.Properties.Created = moment.UtcDateTime;
        workbook.Properties.Modified = moment.UtcDateTime;
        return workbook;
    }
}
