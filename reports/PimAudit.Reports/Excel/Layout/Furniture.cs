using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>What stands around every printed sheet.</summary>
/// <param name="run">What the workbook is of.</param>
internal sealed class Furniture(string run, string classification)
{
    public static Furniture Of(AuditResult result, ReportFacts facts) =>
        new(
            $"Run {result.Run.Id}, snapshot {Say.Moment(result.Snapshot.TakenAt)}"
                + (result.Run.AllowIncomplete ? ", missing evidence was accepted" : ""),
            facts.Classification
        );

    // Excel allows 255 characters for the three parts of a header together.
    private const int Longest = 100;

    /// <param name="onePage">Shrinks the sheet to a single page; otherwise only its width.</param>
    public void Print(IXLWorksheet page, bool onePage = false)
    {
        var setup = page.PageSetup;
        setup.SetPageOrientation(XLPageOrientation.Landscape);
        setup.SetPaperSize(XLPaperSize.A4Paper);
        setup.PagesWide = 1;
        setup.PagesTall = onePage ? 1 : 0;
        setup.Margins.SetTop(0.7).SetBottom(0.7).SetLeft(0.4).SetRight(0.4).SetHeader(0.3).SetFooter(0.3);

        setup.Header.Left.AddText(Plain(page.Name));
        setup.Header.Right.AddText(Plain(classification));
        setup.Footer.Left.AddText(Plain(run));
        setup.Footer.Right.AddText("page &P of &N");
    }

    /// <summary>An ampersand starts a code in headers and footers unless it is doubled.</summary>
    private static string Plain(string text)
    {
        var line = CellText.Line(text);
        var cut = line.Length > Longest ? $"{CellText.Start(line, Longest - 1)}…" : line;
        return cut.Replace("&", "&&", StringComparison.Ordinal);
    }
}
