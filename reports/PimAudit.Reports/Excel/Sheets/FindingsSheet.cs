using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>One row for each finding, heaviest first.</summary>
internal static class FindingsSheet
{
    public static TableSheet<Finding> Of(AuditResult result)
    {
        var rules = result
            .Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var portal = PortalLink.For(result);
        return new(
            "Findings",
            Cell.Text(Context(result)),
            [
                new("Severity", 11, finding => Cell.Word(finding.Severity)),
                new("Rule", 8, finding => Cell.Text(finding.RuleId)),
                new("Title", 44, finding => Cell.Text(finding.Title)),
                new("Status", 9, finding => Cell.Text(Say.Word(finding.Status))),
                new("Object", 24, finding => Cell.Text(finding.Subject.Label)),
                new("Object id", 36, finding => Cell.Text(finding.Subject.Id), ColumnKind.Aside),
                new("Role", 25, finding => Cell.Text(finding.Role?.Label)),
                new("Path", 42, finding => Cell.Text(PathText.Full(finding.Path)), ColumnKind.Aside),
                new("Observed", 22, finding => Cell.Text(finding.Observed)),
                new("Expected", 21, finding => Cell.Text(finding.Expected)),
                new("Owner", 13, finding => Cell.Text(finding.Owner)),
                new("Scope", 20, Scope),
                new("Why", 60, finding => Cell.Prose(finding.Why), ColumnKind.Prose),
                new("Fix", 60, finding => Cell.Prose(Steps(finding)), ColumnKind.Prose),
                new("Command", 60, finding => Cell.Prose(finding.Fix.Command), ColumnKind.Prose),
                new("Portal", 9, finding => portal.To(finding.Subject), ColumnKind.Link),
                new("Practice", 24, finding => Cell.Text(Practice.Of(rules.GetValueOrDefault(finding.RuleId)))),
                new("Source", 40, finding => Cell.Text(finding.Source), ColumnKind.Aside),
                new("Evidence", 40, finding => Cell.Text(Evidence(finding)), ColumnKind.Aside),
                new("Waived until", 12, finding => Cell.Date(finding.WaivedUntil)),
                new("Baseline", 22, finding => Cell.Text(Baselined(finding)), ColumnKind.Aside),
                new("Waive", 60, finding => Cell.Prose(Waive(finding)), ColumnKind.Prose),
                new("Finding", 10, finding => Cell.Text(finding.ShortId), ColumnKind.Aside),
                new("Fingerprint", 64, finding => Cell.Text(finding.Fingerprint), ColumnKind.Aside),
            ],
            Outcomes.Ranked(result.Findings)
        )
        {
            FrozenColumns = 3,
            Grows = false,
            PrintedUpTo = "Owner",
            Highlights =
            [
                .. Highlight.Severities("Severity"),
                Highlight.Bold("Status", $"[Status]=\"{Say.Word(FindingStatus.New)}\""),
            ],
        };
    }

    private static string Context(AuditResult result)
    {
        var open = Outcomes.Open(result).Length;
        var (added, _, unconfirmed, resolved) = Outcomes.Compared(result);
        var waived = result.Findings.Count(finding => finding.Status is FindingStatus.Waived);
        return $"{Words.Tenant(result.Tenant)}, snapshot {Say.Moment(result.Snapshot.TakenAt)}, run {result.Run.Id}. "
            + (
                open == 0
                    ? "No finding is open"
                    : $"{open} open ({added} new{(unconfirmed == 0 ? "" : $", {unconfirmed} not confirmed")})"
            )
            + $", {waived} waived, {resolved} resolved. {Verdict.Coverage(result)} Dates are UTC.";
    }

    /// <summary>How it stands in the baseline; null where it does not, or there is none.</summary>
    private static string? Baselined(Finding finding) =>
        finding.BaselinedAs is not { } before ? null
        : finding.NotConfirmed is { } why ? $"accepted as {Say.Word(before)}; not confirmed: {why}"
        : $"accepted as {Say.Word(before)}";

    /// <summary>One that is waived or gone needs none.</summary>
    private static string? Waive(Finding finding) => Outcomes.IsOpen(finding) ? WaiverCommand.Of(finding) : null;

    private static CellValue Scope(Finding finding) =>
        finding.Scope is null ? Cell.Blank : Cell.Text(Words.Scope(finding.Scope));

    private static IEnumerable<string> Steps(Finding finding) =>
        finding.Fix.Steps.Select((step, at) => FormattableString.Invariant($"{at + 1}. {step}"));

    private static string Evidence(Finding finding) =>
        string.Join("; ", finding.Evidence.Select(evidence => $"{PartNames.Of(evidence.Part)} {evidence.Id}"));
}
