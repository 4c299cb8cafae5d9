using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>What a result says as a whole, in the words of every report.</summary>
public static class Verdict
{
    /// <summary><c>Action needed</c>, <c>In order, with remarks</c>, <c>In order</c>, the last two perhaps only as far as seen.</summary>
    public static string Of(AuditResult result)
    {
        var open = Outcomes.Open(result);
        if (open.Any(finding => finding.Severity >= Severity.High))
            return "Action needed";
        if (Outcomes.Judged(result) == 0)
            return "Nothing could be judged";

        var word = open.IsEmpty ? "In order" : "In order, with remarks";
        return Outcomes.IsComplete(result)
            ? word
            : word.Replace("In order", "In order as far as seen", StringComparison.Ordinal);
    }

    /// <summary>Verdict with counts; the most serious fact; change; what is well; what the report cannot say.</summary>
    public static ImmutableArray<string> Sentences(AuditResult result) =>
        [First(result), Worst(result), Change(result), Well(result), Unsaid(result)];

    /// <summary>The line that follows every verdict.</summary>
    public static string Coverage(AuditResult result) =>
        $"{Outcomes.Evaluated(result)} of {Say.Count(Outcomes.On(result), "rule")} evaluated.";

    private static string First(AuditResult result)
    {
        var (critical, high) = (Outcomes.Count(result, Severity.Critical), Outcomes.Count(result, Severity.High));
        if (critical + high > 0)
        {
            var isOne = critical + high == 1;
            return $"{Words.Tenant(result.Tenant)} does not yet meet the practice: {Heavy(critical, high)} "
                + $"{(isOne ? "finding is" : "findings are")} open.";
        }

        return Outcomes.Judged(result) == 0
            ? "No rule could be evaluated, so this report makes no statement about the tenant."
            : $"No critical or high findings among the {Say.Count(Outcomes.Evaluated(result), "rule")} evaluated.";
    }

    private static string Heavy(int critical, int high) =>
        (critical, high) switch
        {
            (_, 0) => $"{Say.Number(critical)} critical",
            (0, _) => $"{Say.Number(high)} high",
            _ => $"{Say.Number(critical)} critical and {Say.Number(high)} high",
        };

    private static string Worst(AuditResult result) =>
        Outcomes.Ranked(Outcomes.Open(result)) is [var worst, ..] ? $"The most serious one: {worst.Title}."
        : Outcomes.Judged(result) == 0 ? "There is no fact to name."
        : "There is no open finding of any severity.";

    private static string Change(AuditResult result)
    {
        if (!Outcomes.IsCompared(result))
            return "This is the first run; there is nothing to compare with.";

        var (added, gone) = (Outcomes.Compared(result).New, Outcomes.Compared(result).Resolved);
        return $"Against {Outcomes.Against(result)} {Say.Number(added)} {(added == 1 ? "finding is" : "findings are")} new and "
            + $"{(gone == 0 ? "none was" : gone == 1 ? "one was" : $"{Say.Number(gone)} were")} resolved."
            + NotConfirmed(Outcomes.Compared(result).NotConfirmed)
            + OtherProfile(result);
    }

    private static string NotConfirmed(int count) =>
        count switch
        {
            0 => "",
            1 => " One known finding could not be looked at again and stays open.",
            _ => $" {Capital(Say.Number(count))} known findings could not be looked at again and stay open.",
        };

    private static string OtherProfile(AuditResult result) =>
        result.Baseline is { } baseline
        && !string.Equals(baseline.Profile, result.Profiles.FirstOrDefault()?.Name, StringComparison.Ordinal)
            ? $" The baseline was made under another profile, {baseline.Profile}."
            : "";

    private static string Well(AuditResult result)
    {
        var lines = Practice.Judge(result, Practice.Do.AddRange(Practice.DoNot));
        var passing = lines.Where(line => line.Outcome is RuleOutcome.Pass).ToList();
        return passing switch
        {
            [] => "No line of the practice is known to be met as a whole.",
            _ when passing.Count == lines.Length => $"All {Say.Number(lines.Length)} lines of the practice are met.",
            [var one] => $"One of the {Say.Number(lines.Length)} lines of the practice is met: {Lower(one)}.",
            [var one, var two] =>
                $"Two of the {Say.Number(lines.Length)} lines of the practice are met: {Lower(one)}, and {Lower(two)}.",
            [var one, var two, ..] =>
                $"{Capital(Say.Number(passing.Count))} of the {Say.Number(lines.Length)} lines of the practice "
                    + $"are met, among them {Lower(one)}, and {Lower(two)}.",
        };
    }

    private static string Unsaid(AuditResult result)
    {
        var missing = Outcomes.Count(result, RuleOutcome.NotEvaluated);
        var blind = result.Rules.Count(rule => rule.Counts.Blind > 0 && rule.Outcome is not RuleOutcome.NotEvaluated);
        if (missing + blind == 0)
            return "Every rule of the profile could be evaluated.";

        var parts = result
            .Coverage.Where(row => row.Status is not PartStatus.Complete && row.BlindRules.Length > 0)
            .OrderByDescending(row => row.BlindRules.Length)
            .ThenBy(row => row.Part)
            .ToList();
        return parts switch
        {
            [] => $"This report leaves {Say.Count(missing + blind, "rule")} open; the coverage page says why.",
            [var one] => $"This report can say little about {Name(one)}, because {Why(one)}.",
            [var one, var two] =>
                $"This report can say little about {Name(one)} ({Why(one)}) and {Name(two)} ({Why(two)}).",
            [var one, ..] => $"This report can say little about {Name(one)} ({Why(one)}) and "
                + $"{Say.Number(parts.Count - 1)} more parts.",
        };
    }

    private static string Name(CoverageRow row) => PartNames.InSentence(row.Part);

    private static string Why(CoverageRow row) => Words.Reason(row.Reason ?? row.Gaps.FirstOrDefault()?.Reason);

    private static string Lower(PracticeState state)
    {
        var text = state.Line.Text;
        return text.Length > 1 && char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
