using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Fleet.Sheets;

/// <summary>One rule in one tenant.</summary>
internal sealed record OutcomeLine(string Alias, RuleTally Rule, FleetRule Shared);

/// <summary>What became of each rule in each tenant, to filter.</summary>
internal static class OutcomesSheet
{
    public static TableSheet<OutcomeLine> Of(FleetFacts fleet)
    {
        var rules = fleet.RollUp.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return new(
            "Outcomes",
            Cell.Text("Every rule that is on in every tenant that was scanned."),
            [
                new("Tenant", 28, line => Cell.Text(line.Alias)),
                new("Rule", 10, line => Cell.Text(line.Rule.Id)),
                new("Outcome", 18, line => Cell.Word(line.Rule.Outcome)),
                new("Open findings", 15, line => Cell.Figure(line.Rule.Open), ColumnKind.Figure),
                new("Blind on", 10, line => Cell.Figure(line.Rule.Blind), ColumnKind.Figure),
                new("Severity", 12, line => Cell.Word(line.Shared.Severity)),
                new("Title", 70, line => Cell.Text(line.Shared.Title)),
            ],
            [
                .. fleet.Scanned.SelectMany(tenant =>
                    tenant.Figures!.Rules.Select(rule => new OutcomeLine(tenant.Alias, rule, rules[rule.Id]))
                ),
            ]
        )
        {
            Grows = false,
            Highlights =
            [
                Highlight.HatchWhereNotEvaluated("Outcome"),
                Highlight.Bold("Outcome", $"[Outcome]=\"{Say.Word(RuleOutcome.Fail)}\""),
            ],
        };
    }
}
