using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Fleet.Sheets;

/// <summary>Each rule over all tenants.</summary>
internal static class FleetRulesSheet
{
    public static TableSheet<RuleAcross> Of(FleetFacts fleet) =>
        new(
            "Rules",
            Cell.Text(
                "In how many tenants each rule fails, passes or is blind. Tenants that were not scanned are in no column."
            ),
            [
                new("Rule", 10, rule => Cell.Text(rule.Rule.Id)),
                new("Title", 70, rule => Cell.Prose(rule.Rule.Title), ColumnKind.Prose),
                new("Severity", 12, rule => Cell.Word(rule.Rule.Severity)),
                new("Failing", 10, rule => Cell.Figure(rule.Failing), ColumnKind.Figure),
                new("Passing", 10, rule => Cell.Figure(rule.Passing), ColumnKind.Figure),
                new("Blind", 10, rule => Cell.Figure(rule.Blind), ColumnKind.Figure),
                new("Waived", 10, rule => Cell.Figure(rule.Waived), ColumnKind.Figure),
                new("Nothing to judge", 17, rule => Cell.Figure(rule.Idle), ColumnKind.Figure),
                new("Open findings", 15, rule => Cell.Figure(rule.Findings), ColumnKind.Figure),
            ],
            fleet.Rules
        )
        {
            Highlights =
            [
                .. Highlight.Severities("Severity"),
                Highlight.Bold("Failing", "[Failing]>0"),
                Highlight.Hatch("Blind", "[Blind]>0"),
            ],
        };
}
