using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>What a run did not see, and whether the run before saw it.</summary>
/// <param name="Parts">Not read whole, and asked for or read before; in the order of the parts.</param>
/// <param name="NotEvaluated">Rules that are on and could not be evaluated.</param>
/// <param name="Lost">Those of them that the run before could evaluate.</param>
/// <param name="IsWorse">Less is known than before; without anything to compare with, whatever is missing counts.</param>
internal sealed record CoverageNews(ImmutableArray<NoticePart> Parts, int NotEvaluated, int Lost, bool IsWorse)
{
    public static CoverageNews Of(RunNews news)
    {
        var result = news.Result;
        ImmutableArray<NoticePart> parts =
        [
            .. result
                .Coverage.Where(row => row.Status is not PartStatus.Complete)
                .Select(row => Part(row, news))
                .Where(part => part.IsLost || part.Status is not PartStatus.NotAsked)
                .Concat(Vanished(news))
                .OrderBy(part => part.Part),
        ];
        var blind = result.Rules.Count(rule => rule.Outcome is RuleOutcome.NotEvaluated);
        var lost = LostRules(news);
        var isWorse =
            parts.Any(part => part.IsLost)
            || lost > 0
            || (news.Previous is null && blind > (result.Earlier.LastOrDefault()?.NotEvaluated ?? 0));
        return new(parts, blind, lost, isWorse);
    }

    private static NoticePart Part(CoverageRow now, RunNews news) =>
        new(now.Part, PartNames.Of(now.Part), now.Status, IsLost(now, news));

    private static bool IsLost(CoverageRow now, RunNews news) =>
        news.Previous is { } previous
            ? previous.Coverage.FirstOrDefault(row => row.Part == now.Part) is { } before && IsPoorer(before, now)
            : now.Status is not PartStatus.NotAsked && news.Result.Earlier.IsEmpty;

    /// <summary>A part of which fewer objects were read is worse too.</summary>
    private static bool IsPoorer(CoverageRow before, CoverageRow now) =>
        Worth(now.Status) < Worth(before.Status)
        || (
            now.Status is PartStatus.Partial
            && now.Gaps.Select(gap => gap.ObjectId)
                .Except(before.Gaps.Select(gap => gap.ObjectId), StringComparer.Ordinal)
                .Any()
        );

    private static int Worth(PartStatus status) =>
        status switch
        {
            PartStatus.Complete => 2,
            PartStatus.Partial => 1,
            _ => 0,
        };

    /// <summary>Parts of which this run does not even say that they were not read.</summary>
    private static IEnumerable<NoticePart> Vanished(RunNews news) =>
        (news.Previous?.Coverage ?? [])
            .Where(before => Worth(before.Status) > 0 && news.Result.Coverage.All(row => row.Part != before.Part))
            .Select(before => new NoticePart(
                before.Part,
                PartNames.Of(before.Part),
                PartStatus.NotAsked,
                IsLost: true
            ));

    private static int LostRules(RunNews news)
    {
        var seen = (news.Previous?.Rules ?? [])
            .Where(rule => rule.Outcome is not (RuleOutcome.NotEvaluated or RuleOutcome.Off))
            .Select(rule => rule.Id)
            .ToHashSet(StringComparer.Ordinal);
        return news.Result.Rules.Count(rule => rule.Outcome is RuleOutcome.NotEvaluated && seen.Contains(rule.Id));
    }
}
