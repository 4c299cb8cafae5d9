using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Chooses from more rows than there is room for.</summary>
internal static class Weighed
{
    /// <summary>As many as asked for, those with the heaviest findings rather than others, in the order that they had.</summary>
    public static IEnumerable<T> Most<T>(ImmutableArray<T> rows, Func<T, ImmutableArray<Finding>> findings, int most) =>
        rows.Length <= most
            ? rows
            : rows.Select((row, at) => (Row: row, At: at, Weight: Weight(findings(row))))
                .OrderByDescending(item => item.Weight)
                .ThenBy(item => item.At)
                .Take(most)
                .OrderBy(item => item.At)
                .Select(item => item.Row);

    private static int Weight(ImmutableArray<Finding> ranked) => ranked.IsEmpty ? -1 : (int)ranked[0].Severity;
}
