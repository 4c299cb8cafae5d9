using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Fleet.Sheets;

/// <summary>The scanned tenants in which evidence is missing.</summary>
internal static class FleetCoverageSheet
{
    public static TableSheet<TenantSummary> Of(FleetFacts fleet) =>
        new(
            "Coverage",
            Cell.Text(
                $"{FleetVerdict.Coverage(fleet)} These were scanned, but not seen as a whole; their own reports name the cure."
            ),
            [
                new("Tenant", 28, tenant => Cell.Text(tenant.Alias)),
                new("Parts", 9, tenant => Cell.Figure(tenant.Figures!.Parts), ColumnKind.Figure),
                new("Parts read", 12, tenant => Cell.Figure(tenant.Figures!.PartsRead), ColumnKind.Figure),
                new("Rules on", 10, tenant => Cell.Figure(FleetFacts.On(tenant.Figures!)), ColumnKind.Figure),
                new(
                    "Rules evaluated",
                    17,
                    tenant => Cell.Figure(FleetFacts.Evaluated(tenant.Figures!)),
                    ColumnKind.Figure
                ),
                new(
                    "Rules blind",
                    90,
                    tenant => Cell.Prose(string.Join(", ", FleetFacts.BlindRules(tenant.Figures!))),
                    ColumnKind.Prose
                ),
            ],
            fleet.Incomplete
        )
        {
            Highlights = [Highlight.Hatch("Parts read", "AND([Parts read]<>\"\",[Parts read]<>[Parts])")],
        };
}
