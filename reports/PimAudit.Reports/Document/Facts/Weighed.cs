using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Chooses from more rows than there is room for.</summary>
internal static class Weighed
{
    /// <summary>As many as asked for, those with the heaviest findings rather than others, in the order that they had.</summary>
    /// <returns>With the rank of each: 0 for the one that stays longest where there is still less room.</returns>
    public static IEnumerable<(T Row, int Rank)> Most<T>(
        ImmutableArray<T> rows,
        Func<T, ImmutableArray<Finding>> findings,
        int most
    ) =>
        rows.Select((row, at) => (Row: row, At: at, Weight: Weight(findings(row))))
            .OrderByDescending(item => item.Weight)
            .ThenBy(item => item.At)
            .Take(most)
            .Select((item, rank) => (item.Row, item.At, Rank: rank))
            .OrderBy(item => item.At)
            .Select(item => (item.Row, item.Rank));

    private static int Weight(ImmutableArray<Finding> ranked) => ranked.IsEmpty ? -1 : (int)ranked[0].Severity;
}
