using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Fleet.Sheets;

/// <summary>The tenants about which nothing is known.</summary>
internal static class NotScannedSheet
{
    public static TableSheet<TenantSummary> Of(FleetFacts fleet) =>
        new(
            "Not scanned",
            Cell.Text(
                fleet.NotScanned.IsEmpty
                    ? "Every tenant of the list was scanned."
                    : "Nothing is known about these tenants: they are neither in order nor out of order."
            ),
            [
                new("Tenant", 28, tenant => Cell.Text(tenant.Alias)),
                new("Tenant id", 38, tenant => Cell.Text(tenant.Tenant.ToString("D")), ColumnKind.Aside),
                new("What failed", 44, tenant => Cell.Prose(WhyNot.Of(tenant).Failed), ColumnKind.Prose),
                new("Seen", 60, tenant => Cell.Prose(WhyNot.Of(tenant).Seen), ColumnKind.Prose),
                new("Cost", 44, tenant => Cell.Prose(WhyNot.Of(tenant).Cost), ColumnKind.Prose),
                new("Do", 50, tenant => Cell.Prose(WhyNot.Of(tenant).Remedy), ColumnKind.Prose),
                new("Exit code", 9, tenant => Cell.Figure(tenant.ExitCode), ColumnKind.Figure),
            ],
            fleet.NotScanned
        )
        {
            Highlights = [Highlight.Hatch("Tenant", "[Tenant]<>\"\"")],
        };
}
