using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>Approved exceptions, with what each of them covers.</summary>
internal static class WaiversSheet
{
    public static TableSheet<WaiverRow> Of(AuditResult result) =>
        new(
            "Waivers",
            Cell.Text(
                result.Waivers.IsEmpty
                    ? "No waiver is configured."
                    : $"{Say.Count(result.Waivers.Length, "waiver")}, "
                        + $"{result.Waivers.Count(row => row.State is WaiverState.Expired)} expired. "
                        + "The last day counts in full, in UTC."
            ),
            [
                new("Rule", 9, row => Cell.Text(row.RuleId)),
                new("Target", 37, row => Cell.Prose(row.Targets), ColumnKind.Prose),
                new("Reason", 50, row => Cell.Prose(row.Reason), ColumnKind.Prose),
                new("Approver", 28, row => Cell.Text(row.ApprovedBy)),
                new("Expires (UTC)", 11, row => Cell.Date(row.Expires), ColumnKind.Figure),
                new("Days left", 9, row => Cell.Figure(row.DaysLeft), ColumnKind.Figure),
                new("State", 10, row => Cell.Text(Say.Word(row.State))),
                new("Broad", 8, row => Cell.Text(row.IsBroad || row.CriticalLeft > 0 ? "yes" : "no")),
                new("Findings covered", 10, row => Cell.Figure(row.Covered), ColumnKind.Figure),
            ],
            result.Waivers
        )
        {
            Highlights =
            [
                .. new[] { "Rule", "Target", "Reason", "Approver", "Expires (UTC)" }.Select(header =>
                    Highlight.Struck(header, $"[State]=\"{Say.Word(WaiverState.Expired)}\"")
                ),
                Highlight.Bold("Broad", "[Broad]=\"yes\""),
            ],
        };
}
