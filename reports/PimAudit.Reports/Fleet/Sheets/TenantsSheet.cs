using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet.Sheets;

/// <summary>Tenant by severity: those that were not scanned first, then the worst.</summary>
internal static class TenantsSheet
{
    private const string NotScanned = "Not scanned";

    public static TableSheet<TenantSummary> Of(FleetFacts fleet) =>
        new(
            "Tenants",
            Cell.Text(
                "Open findings of each tenant. What was not scanned has no figures, which is not the same as none."
            ),
            [
                new("Tenant", 28, tenant => Cell.Text(tenant.Alias)),
                new("Verdict", 30, tenant => Cell.Text(tenant.Figures?.Verdict ?? NotScanned)),
                .. Outcomes.Severities.Select(severity => new Column<TenantSummary>(
                    Say.Word(severity),
                    11,
                    tenant => Cell.Figure(tenant.Figures is null ? null : RollUps.Count(tenant, severity)),
                    ColumnKind.Figure
                )),
                Figure("Waived", 9, figures => figures.Waived),
                Figure("Rules on", 10, FleetFacts.On),
                Figure("Rules evaluated", 16, FleetFacts.Evaluated),
                new("New", 9, tenant => Changed(tenant, changes => changes.New), ColumnKind.Figure),
                new("Resolved", 11, tenant => Changed(tenant, changes => changes.Resolved), ColumnKind.Figure),
                new("Changes", 10, tenant => Changed(tenant, changes => changes.Rows), ColumnKind.Figure),
                new(
                    "Snapshot (UTC)",
                    18,
                    tenant => tenant.Figures is { } figures ? Cell.Moment(figures.TakenAt) : Cell.Unknown
                ),
                new("Profile", 22, tenant => Cell.Text(tenant.Figures?.Profile)),
                new("Exit code", 11, tenant => Cell.Figure(tenant.ExitCode), ColumnKind.Figure),
                new("Tenant id", 38, tenant => Cell.Text(tenant.Tenant.ToString("D")), ColumnKind.Aside),
            ],
            fleet.RollUp.Tenants
        )
        {
            Highlights =
            [
                Highlight.Hatch("Verdict", $"[Verdict]=\"{NotScanned}\""),
                Highlight.Bold("Tenant", $"[Verdict]=\"{NotScanned}\""),
                .. Outcomes.Severities.Select(severity => Highlight.HatchWhereNotRead(Say.Word(severity))),
                .. Outcomes
                    .Severities.Where(severity => severity >= Severity.High)
                    .Select(severity =>
                        Highlight.Tint(
                            Say.Word(severity),
                            $"AND(ISNUMBER([{Say.Word(severity)}]),[{Say.Word(severity)}]>0)",
                            severity,
                            bold: true
                        )
                    ),
                Highlight.Bold("Rules evaluated", "[Rules evaluated]<>[Rules on]"),
            ],
        };

    private static Column<TenantSummary> Figure(string header, double width, Func<TenantFigures, int> value) =>
        new(
            header,
            width,
            tenant => Cell.Figure(tenant.Figures is { } figures ? value(figures) : null),
            ColumnKind.Figure
        );

    /// <summary>Blank where there was nothing to compare with.</summary>
    private static CellValue Changed(TenantSummary tenant, Func<ChangeTally, int> value) =>
        tenant.Figures is null ? Cell.Unknown
        : tenant.Figures.Changes is { } changes ? Cell.Figure(value(changes))
        : Cell.Text("first run");
}
