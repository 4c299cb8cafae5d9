using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>Figures of a result, as every report counts them.</summary>
public static class Outcomes
{
    /// <summary>Heaviest first.</summary>
    public static readonly ImmutableArray<Severity> Severities =
    [
        Severity.Critical,
        Severity.High,
        Severity.Medium,
        Severity.Low,
        Severity.Info,
    ];

    /// <summary>Neither waived nor resolved.</summary>
    public static bool IsOpen(Finding finding) => finding.Status is FindingStatus.Open or FindingStatus.New;

    public static ImmutableArray<Finding> Open(AuditResult result) => [.. result.Findings.Where(IsOpen)];

    public static int Count(AuditResult result, Severity severity) =>
        result.Findings.Count(finding => IsOpen(finding) && finding.Severity == severity);

    public static int Count(AuditResult result, RuleOutcome outcome) =>
        result.Rules.Count(rule => rule.Outcome == outcome);

    /// <summary>Rules that are on: the whole that every count of rules is a part of.</summary>
    public static int On(AuditResult result) => result.Rules.Length - Count(result, RuleOutcome.Off);

    public static int Evaluated(AuditResult result) => On(result) - Count(result, RuleOutcome.NotEvaluated);

    /// <summary>Evaluated rules about the tenant; those about the coverage itself say nothing about it.</summary>
    public static int Judged(AuditResult result) =>
        result.Rules.Count(rule =>
            rule.Outcome is not (RuleOutcome.Off or RuleOutcome.NotEvaluated)
            && !rule.Id.StartsWith("PIM9", StringComparison.Ordinal)
        );

    /// <summary>Everything could be evaluated, no rule is blind on anything, and there was a rule at all.</summary>
    public static bool IsComplete(AuditResult result) =>
        On(result) > 0 && Evaluated(result) == On(result) && result.Rules.All(rule => rule.Counts.Blind == 0);

    /// <summary>Each of these parts was read in full, so that nothing in it means none.</summary>
    public static bool IsRead(AuditResult result, params IEnumerable<SnapshotParts> parts) =>
        parts.All(part => result.Coverage.Any(row => row.Part == part && row.Status is PartStatus.Complete));

    /// <summary>
    /// Nobody asked for the part and no rule misses it. One that could not be asked for, because another was not read, is missing.
    /// </summary>
    public static bool IsLeftOut(CoverageRow row) => row is { Status: PartStatus.NotAsked, BlindRules.IsEmpty: true };

    /// <summary>How many parts were read in full, and how many nobody asked for, without full stop.</summary>
    public static string PartsRead(AuditResult result)
    {
        var complete = result.Coverage.Count(row => row.Status is PartStatus.Complete);
        var left = result.Coverage.Count(IsLeftOut);
        return $"{Say.Number(complete)} of {Say.Count(result.Coverage.Length, "part")} read in full"
            + (left == 0 ? "" : $", {Say.Number(left)} not asked for");
    }

    /// <summary>There was a baseline or an earlier run, or a finding is new or resolved against something.</summary>
    public static bool IsCompared(AuditResult result) =>
        result.Baseline is not null
        || !result.Earlier.IsEmpty
        || result.Findings.Any(finding => finding.Status is FindingStatus.New or FindingStatus.Resolved);

    /// <summary>What the findings are compared with: a baseline goes before an earlier run.</summary>
    public static string Against(AuditResult result) =>
        result.Baseline is { } baseline ? $"the baseline of {Say.Day(baseline.TakenAt)}"
        : result.Earlier is [.., var last] ? $"the run of {Say.Day(last.TakenAt)}"
        : "what was known before";

    /// <summary>How the findings stand against the baseline or the earlier run.</summary>
    public static Comparison Compared(AuditResult result) =>
        new(
            result.Findings.Count(finding => finding.Status is FindingStatus.New),
            result.Findings.Count(finding =>
                finding is { Status: FindingStatus.Open, NotConfirmed: null }
                && (result.Baseline is null || finding.BaselinedAs is not null)
            ),
            result.Findings.Count(finding => finding is { Status: FindingStatus.Open, NotConfirmed: not null }),
            result.Findings.Count(finding => finding.Status is FindingStatus.Resolved)
        );

    /// <summary>The status of a finding in words; a waiver with its last day.</summary>
    public static string Status(Finding finding) =>
        finding.WaivedUntil is { } until
            ? $"Waived until {until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}"
        : finding.NotConfirmed is not null ? "Open, not confirmed"
        : finding is { Status: FindingStatus.New, BaselinedAs: { } before }
            ? $"New, was {Say.Word(before).ToLowerInvariant()}"
        : Say.Word(finding.Status);

    /// <summary>Heaviest first, then by rule id and subject id.</summary>
    public static ImmutableArray<Finding> Ranked(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal),
        ];

    /// <summary>A practice line: Fail if any of its rules fails, else not evaluated if any is, and so on.</summary>
    public static RuleOutcome Together(IEnumerable<RuleOutcome> outcomes)
    {
        RuleOutcome[] order =
        [
            RuleOutcome.Fail,
            RuleOutcome.NotEvaluated,
            RuleOutcome.Waived,
            RuleOutcome.Pass,
            RuleOutcome.NotApplicable,
        ];
        var seen = outcomes.ToHashSet();
        return order.Where(seen.Contains).Append(RuleOutcome.Off).First();
    }
}

/// <summary>How many findings stand how against a baseline; waived ones are none of these.</summary>
/// <param name="New">Not in it, or heavier than in it.</param>
/// <param name="Accepted">In it, and found again.</param>
/// <param name="NotConfirmed">In it, not found, but the rule could not look.</param>
/// <param name="Resolved">In it, and gone.</param>
public sealed record Comparison(int New, int Accepted, int NotConfirmed, int Resolved);
