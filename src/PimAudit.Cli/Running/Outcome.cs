using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>How a run ends, and why.</summary>
/// <param name="Reason">One phrase for the last line of the summary.</param>
internal sealed record Outcome(ExitCode Code, string Reason)
{
    /// <summary>Findings outrank missing evidence; missing evidence outranks a clean result.</summary>
    public static Outcome Of(AuditResult result, Threshold threshold)
    {
        var isCompared = result.Baseline is not null;
        var reached = result.Findings.Count(finding => threshold.IsReachedBy(finding, isCompared));
        if (reached > 0)
            return new(
                ExitCode.Findings,
                $"{Say.Count(reached, isCompared ? "new finding" : "finding")} at or above {Say.Word(threshold.Severity!.Value).ToLowerInvariant()}"
            );
        if (!IsIncomplete(result))
            return new(ExitCode.Clean, NothingReached(threshold, isCompared) + ", everything evaluated");
        return result.Run.AllowIncomplete
            ? new(
                ExitCode.Clean,
                NothingReached(threshold, isCompared) + ", missing evidence accepted by --allow-incomplete"
            )
            : new(ExitCode.Incomplete, NothingReached(threshold, isCompared) + ", but evidence is missing");
    }

    /// <summary>
    /// A rule that is on could not be evaluated or was blind on a subject, or a part that was asked for did not arrive whole.
    /// </summary>
    public static bool IsIncomplete(AuditResult result) =>
        result.Rules.Any(rule => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0)
        || result.Coverage.Any(row => row.Status is not (PartStatus.Complete or PartStatus.NotAsked));

    private static string NothingReached(Threshold threshold, bool isCompared) =>
        threshold.Severity is { } severity
            ? $"no {(isCompared ? "new" : "open")} finding at or above {Say.Word(severity).ToLowerInvariant()}"
            : "findings do not fail this run";
}
