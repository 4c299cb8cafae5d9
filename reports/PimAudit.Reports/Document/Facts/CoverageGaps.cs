using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>A reason why rules say nothing, or not about everything.</summary>
/// <param name="Rules">Ids, or what stands in their place.</param>
/// <param name="What">The part of the snapshot; empty where the reason is another.</param>
internal sealed record CoverageGap(string Rules, string What, string Why, string Cure);

/// <summary>Parts that were not read as a whole, then rules that are blind for other reasons.</summary>
internal static class CoverageGaps
{
    private const int MostIds = 6;

    public static ImmutableArray<CoverageGap> Of(AuditResult result)
    {
        var parts = result.Coverage.Where(row =>
            row.BlindRules.Length > 0 || row.Status is not (PartStatus.Complete or PartStatus.NotAsked)
        );
        var explained = result.Coverage.SelectMany(row => row.BlindRules).ToHashSet(StringComparer.Ordinal);
        var others = result
            .Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated && !explained.Contains(rule.Id))
            .GroupBy(rule => (rule.Reason, rule.Detail));
        return
        [
            .. parts.Select(row => FromPart(result, row)),
            .. others.Select(group => new CoverageGap(
                Ids([.. group.Select(rule => rule.Id)]),
                "",
                group.Key.Detail ?? $"Not evaluated because {Words.Reason(group.Key.Reason)}.",
                CureOf(group.Key.Reason)
            )),
        ];
    }

    /// <summary>Every rule that was not evaluated, by id, where there are too many for the rows to name them; null where not.</summary>
    public static string? Unnamed(AuditResult result)
    {
        var ids = result.Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated).Select(rule => rule.Id).ToList();
        return ids.Count <= MostIds
            ? null
            : $"Not evaluated are {Digits.Of(ids.Count)} rules in all: {string.Join(", ", ids)}.";
    }

    private static CoverageGap FromPart(AuditResult result, CoverageRow row) =>
        new(
            row.BlindRules.IsEmpty ? "no rule" : Ids(row.BlindRules),
            PartNames.Of(row.Part),
            Why(result, row),
            row.Cure ?? (row.Status is PartStatus.Complete ? "Look at these objects themselves." : CureOf(row.Reason))
        );

    private static string Why(AuditResult result, CoverageRow row)
    {
        if (row.Detail is { } detail)
            return detail;
        if (row.Gaps is [var gap, ..])
            return $"Not read for {Say.Count(row.Gaps.Length, "object")}, such as {gap.ObjectId}: {gap.Detail}";
        if (row.Status is PartStatus.Complete && Blind(result, row) is [var first, ..] blind)
            return $"Read in full, but blind on {Say.Count(blind.Length, "object")}, such as {first.Subject.Id}: {first.Detail}";
        return $"{Say.Word(row.Status)}: {Words.Reason(row.Reason)}.";
    }

    private static ImmutableArray<BlindSubject> Blind(AuditResult result, CoverageRow row) =>
        [
            .. result
                .Rules.Where(rule => row.BlindRules.Contains(rule.Id, StringComparer.Ordinal))
                .SelectMany(rule => rule.Blind)
                .Where(blind => blind.Part == row.Part)
                .DistinctBy(blind => blind.Subject.Id, StringComparer.Ordinal),
        ];

    private static string Ids(IReadOnlyList<string> ids) =>
        ids.Count <= MostIds
            ? string.Join(", ", ids)
            : $"{string.Join(", ", ids.Take(MostIds))} and {Digits.Of(ids.Count - MostIds)} more";

    private static string CureOf(MissingReason? reason) =>
        reason switch
        {
            MissingReason.Permission => "Grant the missing permission and scan again.",
            MissingReason.Licence => "Check that the tenant has the licence.",
            MissingReason.Throttled => "Scan again outside working hours.",
            MissingReason.NotCollected or MissingReason.SwitchedOff => "Ask for the part and scan again.",
            MissingReason.Configuration => "Complete the configuration.",
            _ => "Scan again.",
        };
}
