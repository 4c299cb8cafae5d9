using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <param name="Shown">Never empty.</param>
/// <param name="Left">How many more there are.</param>
internal sealed record RuleShare(ImmutableArray<Finding> Shown, int Left)
{
    /// <summary>From so many rows on it is worth saying once what all of them have in common.</summary>
    private const int Several = 3;

    public bool IsLone => Shown.Length == 1 && Left == 0;

    public bool IsExpectedAlike =>
        Shown.All(finding => string.Equals(finding.Expected, Shown[0].Expected, StringComparison.Ordinal));

    /// <summary>Several rows that differ in their subject alone.</summary>
    public bool IsObservedAlike =>
        IsExpectedAlike
        && Shown.Length >= Several
        && Shown.All(finding => string.Equals(finding.Observed, Shown[0].Observed, StringComparison.Ordinal));
}

/// <summary>How much room each finding gets: a card, a row, or a count.</summary>
/// <param name="Heavy">How many are open and Critical or High.</param>
internal sealed record FindingShares(ImmutableArray<Finding> Cards, ImmutableArray<RuleShare> Rules, int Heavy)
{
    /// <summary>Some Critical or High ones had no room as cards.</summary>
    public bool HasMoreHeavy => Cards.Length < Heavy;

    /// <summary>Of all rules together, so that a report stays one that somebody reads.</summary>
    private const int MostRows = 500;

    public static FindingShares Of(FindingList list, Caps caps)
    {
        var heavy = list.Open.Count(finding => finding.Severity >= Severity.High);
        ImmutableArray<Finding> cards = [.. list.Open.Take(Math.Min(heavy, caps.Cards))];
        var rules = list
            .Open.Skip(cards.Length)
            .Concat(list.Others)
            .GroupBy(finding => finding.RuleId, StringComparer.Ordinal)
            .Select(rule => rule.ToImmutableArray())
            .OrderByDescending(rule => rule.Max(finding => finding.Severity))
            .ThenBy(rule => rule[0].RuleId, StringComparer.Ordinal)
            .ToList();
        var roomy = MostOfRule([.. rules.Select(rule => rule.Length)]);
        return new(cards, [.. rules.Select(rule => Share(rule, roomy, caps))], heavy);
    }

    /// <summary>Where pages are short, rules with Critical or High findings lose no rows for it.</summary>
    private static RuleShare Share(ImmutableArray<Finding> rule, int roomy, Caps caps)
    {
        var most = rule[0].Severity >= Severity.High ? roomy : Math.Min(roomy, caps.RowsOfRule);
        return new([.. rule.Take(most)], Math.Max(0, rule.Length - most));
    }

    /// <summary>As many of each rule as leaves the table short enough, at least one.</summary>
    private static int MostOfRule(ImmutableArray<int> counts)
    {
        var most = Caps.Roomiest.RowsOfRule;
        while (most > 1 && counts.Sum(count => Math.Min(count, most)) > MostRows)
            most--;
        return most;
    }
}
