using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Open findings over the runs that the result knows, this one last.</summary>
internal static class TrendFacts
{
    private const int MostRuns = 8;

    public static TrendChart Of(ReportSource source) =>
        new("Trend", Note(source.Result), Sentence(source.Result), Runs(source.Result));

    public static ImmutableArray<TrendRun> Runs(AuditResult result) =>
        [.. result.Earlier.TakeLast(MostRuns - 1).Select(run => Of(result, run)), Now(result)];

    private static TrendRun Of(AuditResult result, EarlierRun run) =>
        new(
            Say.Day(run.TakenAt),
            run.Open.GetValueOrDefault(Severity.Critical),
            run.Open.GetValueOrDefault(Severity.High),
            run.Open.Where(pair => pair.Key < Severity.High).Sum(pair => pair.Value),
            run.NotEvaluated,
            IsComparable(result, run)
        );

    private static TrendRun Now(AuditResult result) =>
        new(
            Say.Day(result.Snapshot.TakenAt),
            Outcomes.Count(result, Severity.Critical),
            Outcomes.Count(result, Severity.High),
            result.Findings.Count(finding => Outcomes.IsOpen(finding) && finding.Severity < Severity.High),
            Outcomes.Count(result, RuleOutcome.NotEvaluated),
            IsComparable: true
        );

    private static bool IsComparable(AuditResult result, EarlierRun run) =>
        result.Profiles is [var profile, ..]
        && string.Equals(profile.Hash, run.ProfileHash, StringComparison.OrdinalIgnoreCase);

    private static string Note(AuditResult result) =>
        result.Earlier.IsEmpty
            ? Outcomes.IsCompared(result)
                ? $"Against {Outcomes.Against(result)}"
                : "First run"
            : $"{Say.Count(result.Earlier.Length + 1, "run")}, the last one is this";

    private static string Sentence(AuditResult result)
    {
        if (!Outcomes.IsCompared(result))
            return result.Earlier.IsEmpty
                ? "No earlier run stands in this result, so there is no trend to draw."
                : Incomparable(result);

        var counts = Outcomes.Compared(result);
        var unconfirmed = counts.NotConfirmed == 0 ? "" : $", {Digits.Of(counts.NotConfirmed)} not confirmed";
        return $"{Say.Count(counts.New, "finding")} new, {Say.Count(counts.Resolved, "finding")} resolved{unconfirmed}."
            + (Incomparable(result) is { Length: > 0 } more ? " " + more : "");
    }

    private static string Incomparable(AuditResult result)
    {
        var count = result.Earlier.Count(run => !IsComparable(result, run));
        return count == 0 ? "" : $"{Say.Count(count, "run")} under another profile cannot be compared.";
    }
}
