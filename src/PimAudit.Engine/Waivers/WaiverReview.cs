using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What today's waivers would do to the findings of a result that may have been made with others.</summary>
public static class WaiverReview
{
    /// <param name="waivers">Their rule as an id.</param>
    /// <param name="today">UTC.</param>
    public static ImmutableArray<WaiverUse> Of(
        ImmutableArray<Waiver> waivers,
        DateOnly today,
        int maxDays,
        AuditResult result
    )
    {
        var desk = new WaiverDesk(waivers, today, maxDays);
        foreach (var finding in result.Findings.Where(finding => finding.Status is not FindingStatus.Resolved))
            desk.Judge(finding);
        var rules = result
            .Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return desk.Uses(waiver => Doubt(rules, waiver.Rule));
    }

    /// <summary>Without a result nobody knows what they cover.</summary>
    public static ImmutableArray<WaiverUse> Of(ImmutableArray<Waiver> waivers, DateOnly today, int maxDays) =>
        new WaiverDesk(waivers, today, maxDays).Uses(_ =>
            Gap("there is no result to compare with", MissingReason.NotCollected)
        );

    /// <summary>A result does not hold what met the rule: one that is blind anywhere may be blind there.</summary>
    internal static Gap? Doubt(IReadOnlyDictionary<string, RuleResult> rules, string ruleId) =>
        !rules.TryGetValue(ruleId, out var rule) ? Gap($"{ruleId} is no rule of that run", MissingReason.Configuration)
        : rule.Outcome is RuleOutcome.Off ? Gap($"{ruleId} was switched off", MissingReason.Configuration)
        : rule.Outcome is RuleOutcome.NotEvaluated
            ? Gap(rule.Detail ?? $"{ruleId} was not evaluated", rule.Reason ?? MissingReason.Configuration)
        : rule.Blind is [var blind, ..] ? new(blind.Part, blind.Reason, blind.Detail)
        : null;

    private static Gap Gap(string detail, MissingReason reason) => new(SnapshotParts.None, reason, detail);
}
