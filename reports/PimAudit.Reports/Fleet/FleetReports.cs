using PimAudit.Model;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Fleet.Sheets;
using PimAudit.Reports.Html;
using PimAudit.Reports.Pdf;
using Furniture = PimAudit.Reports.Excel.Layout.Furniture;
using Paper = PimAudit.Reports.Pdf.Layout.Paper;

namespace PimAudit.Reports.Fleet;

/// <summary>The reports of a roll-up. The same input gives the same bytes.</summary>
public static class FleetReports
{
    private const int MostRowsOnPaper = 60;
    private const int MostRowsOnPage = 2000;

    /// <param name="facts">With the hash of <c>fleet.json</c>.</param>
    public static byte[] Pdf(FleetRollUp rollUp, ReportFacts facts) =>
        PdfReport.Write(
            FleetDocument.Of(new(rollUp, facts), MostRowsOnPaper),
            Paper.Of(facts.Paper),
            rollUp.At,
            $"PimAudit {rollUp.ToolVersion}"
        );

    /// <inheritdoc cref="Pdf"/>
    public static byte[] Html(FleetRollUp rollUp, ReportFacts facts) =>
        HtmlReport.Write(FleetDocument.Of(new(rollUp, facts), MostRowsOnPage));

    /// <param name="output">Stays open.</param>
    /// <inheritdoc cref="Pdf"/>
    public static void Excel(FleetRollUp rollUp, ReportFacts facts, Stream output)
    {
        var fleet = new FleetFacts(rollUp, facts);
        var furniture = new Furniture($"Roll-up {fleet.Id}, {Say.Moment(rollUp.At)}", facts.Classification);
        using var draft = new WorkbookDraft(
            "Privileged access, all tenants",
            rollUp.At,
            furniture,
            TablePlace.MostRows
        );
        FleetSummarySheet.Write(draft.Workbook, fleet, furniture);
        draft.Add(NotScannedSheet.Of(fleet));
        draft.Add(TenantsSheet.Of(fleet));
        draft.Add(FleetRulesSheet.Of(fleet));
        draft.Add(OutcomesSheet.Of(fleet));
        draft.Add(FleetCoverageSheet.Of(fleet));
        draft.Add(FleetProvenanceSheet.Of(fleet));
        draft.Save(output);
    }
}
