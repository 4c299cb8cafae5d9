using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Fleet.Sheets;

/// <summary>The runs from which the roll-up was made, and the hashes by which each can be checked.</summary>
internal static class FleetProvenanceSheet
{
    public static TableSheet<TenantSummary> Of(FleetFacts fleet) =>
        new(
            "Provenance",
            Cell.Text(
                $"Made by PimAudit {fleet.RollUp.ToolVersion} from these runs. SHA-256 of {FleetRollUp.FileName}: {fleet.Report.ResultSha256}."
            ),
            [
                new("Tenant", 28, tenant => Cell.Text(tenant.Alias)),
                new("Tenant id", 38, tenant => Cell.Text(tenant.Tenant.ToString("D"))),
                new("Run", 18, tenant => Cell.Text(tenant.Figures!.RunId)),
                new("Snapshot (UTC)", 18, tenant => Cell.Moment(tenant.Figures!.TakenAt)),
                new("Graph requests", 16, tenant => Cell.Figure(tenant.Figures!.Requests), ColumnKind.Figure),
                new("Hash of result.json", 66, tenant => Cell.Text(tenant.Figures!.ResultHash), ColumnKind.Aside),
                new("Hash of the snapshot", 66, tenant => Cell.Text(tenant.Figures!.SnapshotHash), ColumnKind.Aside),
                new("Folder", 44, tenant => Cell.Text(tenant.Figures!.Folder), ColumnKind.Aside),
            ],
            [.. fleet.Scanned.OrderBy(tenant => tenant.Alias, StringComparer.Ordinal)]
        );
}
