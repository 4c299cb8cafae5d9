using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>One row for each finding, heaviest first.</summary>
internal static class FindingsSheet
{
    private const string NotConfirmed = "not confirmed";

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
                new("Title", 44, finding => Text(finding, finding.Title)),
                new("Status", 9, finding => Cell.Text(Say.Word(finding.Status))),
                new("Object", 24, finding => Text(finding, finding.Subject.Label)),
                new("Object id", 36, finding => Text(finding, finding.Subject.Id), ColumnKind.Aside),
                new("Role", 25, finding => Text(finding, finding.Role?.Label)),
                new("Path", 42, finding => Text(finding, PathText.Full(finding.Path)), ColumnKind.Aside),
                new("Observed", 22, finding => Text(finding, finding.Observed)),
                new("Expected", 21, finding => Text(finding, finding.Expected)),
                .. IsDated(result) ? Age(result) : [],
                new("Owner", 13, finding => Cell.Text(finding.Owner)),
                new("Scope", 20, Scope),
                new("Why", 60, finding => Cell.Prose(finding.Why, Where(finding)), ColumnKind.Prose),
                new("Fix", 60, finding => Cell.Prose(Steps(finding)), ColumnKind.Prose),
                new("Command", 60, finding => Cell.Prose(finding.Fix.Command, Where(finding)), ColumnKind.Prose),
                new("Portal", 9, finding => portal.To(finding.Subject), ColumnKind.Link),
                new("Practice", 24, finding => Cell.Text(Practice.Of(rules.GetValueOrDefault(finding.RuleId)))),
                .. result.Rules.All(rule => rule.Controls.IsEmpty) ? [] : Controls(rules),
                new("Source", 40, finding => Text(finding, finding.Source), ColumnKind.Aside),
                new("Evidence", 40, finding => Text(finding, Evidence(finding)), ColumnKind.Aside),
                new("Waived until", 12, finding => Cell.Date(finding.WaivedUntil)),
                new("Baseline", 22, finding => Text(finding, Baselined(finding)), ColumnKind.Aside),
                new("Waive", 60, finding => Cell.Prose(Waive(finding), Where(finding)), ColumnKind.Prose),
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
                Highlight.Hatch("Status", $"ISNUMBER(SEARCH(\"{NotConfirmed}\",[Baseline]))"),
            ],
        };
    }

    /// <summary>Only a history or a baseline remembers since when a finding is known.</summary>
    private static bool IsDated(AuditResult result) =>
        result.Baseline is not null || result.Findings.Any(finding => finding.FirstSeen is not null);

    private static IEnumerable<Column<Finding>> Age(AuditResult result) =>
        [
            new("First seen (UTC)", 12, finding => FirstSeen(result, finding), ColumnKind.Figure),
            new(
                "Age (days)",
                8,
                finding =>
                    finding.FirstSeen is { } day
                        ? Cell.Figure(Day(result.Snapshot.TakenAt).DayNumber - day.DayNumber)
                        : Cell.Blank,
                ColumnKind.Figure
            ),
        ];

    private static CellValue FirstSeen(AuditResult result, Finding finding) =>
        finding.FirstSeen is { } day
            ? Cell.Date(day)
            : Cell.Text(result.Baseline is null ? "not known" : "not in baseline");

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private static IEnumerable<Column<Finding>> Controls(Dictionary<string, RuleResult> rules) =>
        [
            new(
                "Controls",
                24,
                finding =>
                    Cell.Text(
                        string.Join(
                            "; ",
                            (rules.GetValueOrDefault(finding.RuleId)?.Controls ?? []).Select(control =>
                                $"{control.Framework} {control.Id}"
                            )
                        )
                    )
            ),
        ];

    private static CellValue Text(Finding finding, string? text) => Cell.Text(text, Where(finding));

    private static string Where(Finding finding) => $"finding {finding.ShortId}";

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

    /// <summary>
    /// How it stands in the baseline, and why it, or one of the run before, could not be looked at again; null without both.
    /// </summary>
    private static string? Baselined(Finding finding)
    {
        var accepted = finding.BaselinedAs is { } before ? $"accepted as {Say.Word(before)}" : null;
        var doubt = finding.NotConfirmed is { } why ? $"{NotConfirmed}: {why}" : null;
        return accepted is not null && doubt is not null ? $"{accepted}; {doubt}" : accepted ?? doubt;
    }

    /// <summary>One that is waived or gone needs none.</summary>
    private static string? Waive(Finding finding) => Outcomes.IsOpen(finding) ? WaiverCommand.Of(finding) : null;

    private static CellValue Scope(Finding finding) =>
        finding.Scope is null ? Cell.Blank : Cell.Text(Words.Scope(finding.Scope));

    private static IEnumerable<string> Steps(Finding finding) =>
        finding.Fix.Steps.Select((step, at) => FormattableString.Invariant($"{at + 1}. {step}"));

    private static string Evidence(Finding finding) =>
        string.Join("; ", finding.Evidence.Select(evidence => $"{PartNames.Of(evidence.Part)} {evidence.Id}"));
}
