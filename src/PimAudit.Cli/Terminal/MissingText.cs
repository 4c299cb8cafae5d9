using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>What could not be seen, why, which rules that blinds and what cures it.</summary>
internal sealed class MissingText(AuditResult result, Paint paint, TextWriter writer, int width)
{
    private const int MaxRules = 10;
    private const int MaxParts = 4;

    public void Print()
    {
        var missing = result
            .Coverage.Where(row => row.Status is not (PartStatus.Complete or PartStatus.NotAsked))
            .ToList();
        var unexplained = Unexplained(missing);
        if (missing.Count + unexplained.Count == 0)
            return;

        writer.WriteLine();
        writer.WriteLine(paint.Bold("Not evaluated, or not for everybody"));
        foreach (var alike in missing.GroupBy(row => (Why: Why(row), row.Cure)))
        {
            var parts = alike.Select(row => PartNames.Of(row.Part)).ToList();
            var rules = alike
                .SelectMany(row => row.BlindRules)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal);
            writer.WriteLine($"  {paint.Mark(Glyph.Unknown)} {Some(parts, MaxParts)}: {alike.Key.Why}");
            writer.WriteLine(paint.Quiet($"    {Blind([.. rules])}"));
            if (alike.Key.Cure is { } cure)
                writer.WriteLine($"    {cure}");
        }

        foreach (var rule in unexplained)
            NotEvaluated(rule);
    }

    /// <summary>Rules that no missing part explains, such as one of one's own that cannot be used.</summary>
    private List<RuleResult> Unexplained(List<CoverageRow> missing)
    {
        var explained = missing.SelectMany(row => row.BlindRules).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. result.Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated && !explained.Contains(rule.Id)),
        ];
    }

    private void NotEvaluated(RuleResult rule)
    {
        writer.WriteLine($"  {paint.Mark(Glyph.Unknown)} {rule.Id} {rule.Name}: {Words.Reason(rule.Reason)}");
        foreach (var line in Prose.Lines(Printable.Of(rule.Detail ?? ""), width - 5))
            writer.WriteLine(paint.Quiet($"    {line}"));
    }

    private static string Why(CoverageRow row) =>
        row.Status is PartStatus.Partial
            ? $"missing for {Say.Count(row.Gaps.Length, "object")}"
            : Words.Reason(row.Reason);

    private static string Blind(ImmutableArray<string> rules) =>
        rules.IsEmpty ? "no rule depends on it" : $"{Say.Count(rules.Length, "rule")} blind: {Some(rules, MaxRules)}";

    private static string Some(IReadOnlyCollection<string> words, int most) =>
        words.Count <= most
            ? string.Join(", ", words)
            : $"{string.Join(", ", words.Take(most))} and {Say.Number(words.Count - most)} more";
}
