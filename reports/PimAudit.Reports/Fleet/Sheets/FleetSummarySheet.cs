using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet.Sheets;

/// <summary>The verdict over all tenants, and what was counted.</summary>
internal static class FleetSummarySheet
{
    private const int Most = 10;

    public static void Write(IXLWorkbook workbook, FleetFacts fleet, Furniture furniture)
    {
        var page = workbook.AddWorksheet("Summary");
        Heading.Write(
            page,
            "Summary",
            Cell.Text(
                $"{Say.Count(fleet.RollUp.Tenants.Length, "tenant")} as of {Say.Moment(fleet.RollUp.At)}, roll-up {fleet.Id}."
            )
        );
        var last = PageLine.Write(page, Lines(fleet));
        foreach (var severity in Outcomes.Severities)
            page.Range(TablePlace.FirstRow, 1, last, 1)
                .AddConditionalFormat()
                .WhenIsTrue($"AND($A4=\"{Say.Word(severity)}\",$B4<>0)")
                .Fill.SetBackgroundColor(Look.Tint(severity));
        furniture.Print(page);
        page.PageSetup.PrintAreas.Add(1, 1, last, 3);
    }

    private static IEnumerable<PageLine> Lines(FleetFacts fleet) =>
        [
            PageLine.Head(FleetVerdict.Of(fleet)),
            .. FleetVerdict
                .Sentences(fleet)
                .Select(sentence => new PageLine(Cell.Blank, Cell.Blank, Cell.Prose(sentence))),
            new(Cell.Text("Coverage"), Cell.Blank, Cell.Prose(FleetVerdict.Coverage(fleet))),
            PageLine.Head("Tenants"),
            Counted("Not scanned", fleet.NotScanned.Length, "Nothing is known about them."),
            Counted("Need action", fleet.NeedAction, "A critical or high finding is open."),
            Counted("Lack evidence", fleet.Incomplete.Length, "Scanned, but not seen as a whole."),
            Counted("All", fleet.RollUp.Tenants.Length, ""),
            PageLine.Head("Open findings by severity"),
            .. Severities(fleet),
            PageLine.Head("Rules that fail most"),
            .. fleet
                .Rules.Where(rule => rule.Failing > 0)
                .Take(Most)
                .Select(rule => new PageLine(
                    Cell.Text(rule.Rule.Id),
                    Cell.Figure(rule.Failing),
                    Cell.Prose($"{rule.Rule.Title} ({Say.Word(rule.Rule.Severity).ToLowerInvariant()})")
                )),
        ];

    private static PageLine Counted(string what, int count, string note) =>
        new(Cell.Text(what), Cell.Figure(count), Cell.Prose(note));

    private static IEnumerable<PageLine> Severities(FleetFacts fleet)
    {
        var most = Outcomes.Severities.Max(fleet.Count);
        foreach (var severity in Outcomes.Severities)
            yield return new(
                Cell.Word(severity),
                Cell.Figure(fleet.Count(severity)),
                Bars.Of(fleet.Count(severity), most)
            );
    }
}
