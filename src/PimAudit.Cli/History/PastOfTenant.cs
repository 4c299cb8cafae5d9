using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What a history knows of a tenant, as a run is laid beside it.</summary>
internal static class PastOfTenant
{
    /// <summary>Runs of a trend: more would make reports grow for ever.</summary>
    private const int MostOfTrend = 24;

    /// <summary>Runs whose result is gone are left out after the newest that has one: what changed is told from that.</summary>
    /// <param name="before">Runs of the tenant that the snapshot may be compared with, oldest first.</param>
    public static async Task<EarlierHistory> BeforeAsync(
        HistoryDatabase history,
        ImmutableArray<PastRun> before,
        TenantSnapshot snapshot,
        CancellationToken cancellation
    )
    {
        var newest = before.LastOrDefault(one => one.HasResult);
        var result = newest is null ? null : await history.ResultAsync(newest, cancellation);
        var seen = await history.FirstSeenAsync(snapshot.Tenant.Id, snapshot.TakenAt, cancellation);
        return new(
            newest is null ? [] : TrendOf(before[..(before.IndexOf(newest) + 1)]),
            result is null ? null : new(result.Result, result.Hash),
            seen.ToImmutableSortedDictionary(StringComparer.Ordinal)
        );
    }

    /// <summary>The newest of them; a run that was recorded twice stands where it was recorded last.</summary>
    private static ImmutableArray<EarlierRun> TrendOf(ImmutableArray<PastRun> runs) =>
        [
            .. runs.Select(one => one.Trend)
                .Reverse()
                .DistinctBy(one => one.Id, StringComparer.Ordinal)
                .Take(MostOfTrend)
                .Reverse(),
        ];
}
