using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <param name="Account">Name, or the entry as configured.</param>
/// <param name="Outcome">Null for a grant that is listed, not checked.</param>
internal sealed record EmergencyRow(string Account, string Check, RuleOutcome? Outcome, string Value, string? Id);

/// <summary>The checklist of each emergency access (break-glass) account, then the grants that are exempt for its sake.</summary>
internal static class EmergencyAccessSheet
{
    public static TableSheet<EmergencyRow> Of(AuditResult result)
    {
        var accounts = result.EmergencyAccounts;
        var exempt = result.Access.Where(row => row.Exempt).ToList();
        return new(
            "Emergency Access",
            Cell.Text(
                accounts.IsEmpty
                    ? "No emergency access (break-glass) account is configured, so no grant is exempt."
                    : $"{Say.Count(accounts.Length, "emergency access (break-glass) account")} configured; "
                        + $"{Say.Count(exempt.Count, "grant is", "grants are")} exempt from the rules for everybody else."
            ),
            [
                new("Account", 24, row => Cell.Text(row.Account)),
                new("Check", 40, row => Cell.Prose(row.Check), ColumnKind.Prose),
                new("Outcome", 15, row => row.Outcome is { } outcome ? Cell.Word(outcome) : Cell.Text("Exempt grant")),
                new("Value", 40, row => Cell.Prose(row.Value), ColumnKind.Prose),
                new("Object id", 36, row => Cell.Text(row.Id), ColumnKind.Aside),
            ],
            [
                .. accounts.SelectMany(account =>
                    account.Checks.Select(check => new EmergencyRow(
                        account.Account?.Label ?? account.Entry,
                        check.Check,
                        check.Outcome,
                        check.Value,
                        account.Account?.Id
                    ))
                ),
                .. exempt.Select(row => new EmergencyRow(
                    row.Principal.Label,
                    $"{row.Role.Label}, {Words.Scope(row.Scope)}",
                    Outcome: null,
                    $"{PathText.State(row)}: {PathText.Short(row.Hops)}",
                    row.Principal.Id
                )),
            ]
        )
        {
            Highlights =
            [
                Highlight.Bold("Outcome", $"[Outcome]=\"{Say.Word(RuleOutcome.Fail)}\""),
                Highlight.HatchWhereNotEvaluated("Outcome"),
            ],
        };
    }
}
