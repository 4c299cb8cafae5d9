using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>What happened to a baseline, on a terminal. Titles are texts of the tenant, and escaped.</summary>
internal sealed class BaselinePrinter(Surroundings surroundings, bool noColor)
{
    private readonly Paint paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);

    public void Created(string path, Baseline baseline, AuditResult result)
    {
        Line(
            $"Accepted {Say.Count(baseline.Findings.Length, "open finding")}{Severities(baseline.Findings)} as known.",
            paint.Bold
        );
        Line(About(baseline), paint.Quiet);
        var waived = result.Findings.Count(finding => finding.Status is FindingStatus.Waived);
        if (waived > 0)
            Line($"{Say.Count(waived, "waived finding")} left out: new when the waiver ends.");
        var unseen = result.Rules.Count(rule => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0);
        if (unseen > 0)
            Line($"{Say.Count(unseen, "rule")} could not look everywhere: what they find later is new.");
        Line(
            $"Written to {Printable.Of(path)}. Give it to 'scan' or 'evaluate' with --baseline, or name it as 'baseline' in pimaudit.yaml."
        );
    }

    public void Updated(string path, BaselineUpdate update)
    {
        Group("Accepted", update.Added, Glyph.Next);
        Group("Accepted at a higher severity", update.Risen, Glyph.Next);
        Group("Accepted at a lower severity only", update.Eased, Glyph.Pass);
        Group("Resolved, let go", update.Resolved, Glyph.Pass);
        Group("Under a waiver now, let go: new when the waiver ends", update.Waived, Glyph.Pass);
        Group("Not confirmed, kept: the rule could not look", update.NotConfirmed, Glyph.Unknown);
        Line(
            $"{(IsSame(update) ? "Nothing changed" : "Updated")}: {Say.Count(update.After.Findings.Length, "finding")}"
                + $"{Severities(update.After.Findings)} accepted in {Printable.Of(path)}."
        );
    }

    public void Show(string path, Baseline baseline)
    {
        Line(
            $"{Say.Count(baseline.Findings.Length, "finding")}{Severities(baseline.Findings)} accepted in {Printable.Of(path)}",
            paint.Bold
        );
        Line(About(baseline), paint.Quiet);
        if (baseline.Findings.IsEmpty)
            return;

        surroundings.Out.WriteLine();
        new SectionTable(paint, surroundings.Out, surroundings.Width).Print(
            ["Severity", "Rule", "Since", "Finding", "Title"],
            [.. Ranked(baseline.Findings).Select(Row)],
            withHeads: true
        );
    }

    private static bool IsSame(BaselineUpdate update) =>
        update
            is {
                Added.IsEmpty: true,
                Risen.IsEmpty: true,
                Eased.IsEmpty: true,
                Resolved.IsEmpty: true,
                Waived.IsEmpty: true
            };

    private void Group(string head, ImmutableArray<BaselinedFinding> findings, Glyph mark)
    {
        if (findings.IsEmpty)
            return;

        surroundings.Out.WriteLine(paint.Bold($"{head}: {findings.Length.ToString(CultureInfo.InvariantCulture)}"));
        var rows = Ranked(findings).ToImmutableArray();
        new MarkedList(paint, surroundings.Out, surroundings.Width).Print(
            [.. rows.Select(_ => mark)],
            [
                .. rows.Select(one =>
                    ImmutableArray.Create(one.RuleId, $"{Say.Word(one.Severity)}: {Printable.Of(one.Title)}")
                ),
            ]
        );
        surroundings.Out.WriteLine();
    }

    private static ImmutableArray<string> Row(BaselinedFinding one) =>
        [
            Say.Word(one.Severity),
            one.RuleId,
            one.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            one.Fingerprint[..8],
            Printable.Of(one.Title),
        ];

    private static IEnumerable<BaselinedFinding> Ranked(IEnumerable<BaselinedFinding> findings) =>
        findings
            .OrderByDescending(one => one.Severity)
            .ThenBy(one => one.RuleId, StringComparer.Ordinal)
            .ThenBy(one => one.Subject.Id, StringComparer.Ordinal)
            .ThenBy(one => one.Fingerprint, StringComparer.Ordinal);

    private static string About(Baseline baseline) =>
        $"Tenant {baseline.TenantId:D}, snapshot {Say.Moment(baseline.TakenAt)}, run {Printable.Of(baseline.RunId)}, "
        + $"profile {Printable.Of(baseline.Profile)}";

    /// <summary>Such as <c> (2 critical, 1 high)</c>; nothing for none.</summary>
    private static string Severities(ImmutableArray<BaselinedFinding> findings)
    {
        var counts = Outcomes
            .Severities.Select(severity => (severity, Count: findings.Count(one => one.Severity == severity)))
            .Where(pair => pair.Count > 0)
            .Select(pair =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{pair.Count} {Say.Word(pair.severity).ToLowerInvariant()}"
                )
            )
            .ToList();
        return counts.Count == 0 ? "" : $" ({string.Join(", ", counts)})";
    }

    private void Line(string text, Func<string, string>? dress = null)
    {
        foreach (var line in Prose.Lines(text, surroundings.Width))
            surroundings.Out.WriteLine(dress is null ? line : dress(line));
    }
}
