using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>What a run could not see, in the sentences of every format that has no page of coverage.</summary>
public static class Unseen
{
    /// <summary>The part was asked for, or missed by a rule, and did not arrive whole.</summary>
    public static bool IsMissing(CoverageRow row) => row.Status is not PartStatus.Complete && !Outcomes.IsLeftOut(row);

    /// <summary>The rule is on and could not judge, or not everything: never a pass.</summary>
    public static bool IsUnsure(RuleResult rule) => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0;

    public static string Why(CoverageRow row)
    {
        var what =
            row.Status is PartStatus.Partial
                ? $"missing for {Say.Count(row.Gaps.Length, "object")}"
                : $"not read, because {Words.Reason(row.Reason)}";
        return string.Join(' ', ((string?[])[$"{what}.", row.Detail, row.Cure]).OfType<string>());
    }

    public static string Why(RuleResult rule) =>
        rule.Outcome is RuleOutcome.NotEvaluated && rule.Reason is not null
            ? Sentences($"not evaluated, because {Words.Reason(rule.Reason)}.", rule.Detail)
            : Sentences(
                $"{(rule.Outcome is RuleOutcome.NotEvaluated ? "not evaluated: " : "")}"
                    + $"could not judge {Say.Count(rule.Counts.Blind, "subject")}.",
                rule.Detail
            );

    public static string WhyOff(RuleResult rule) =>
        Sentences("off.", rule.Detail ?? "Profile, configuration or command line leave it out.");

    private static string Sentences(string first, string? second) => second is null ? first : $"{first} {second}";
}
