using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What a history of runs knows when a snapshot of the tenant is judged.</summary>
/// <param name="Trend">Runs before, oldest first, <paramref name="Newest"/> last; empty without it.</param>
/// <param name="Newest">What the snapshot is compared with; null when no earlier result is left.</param>
/// <param name="FirstSeen">UTC, by fingerprint; findings that were open before this snapshot.</param>
public sealed record EarlierHistory(
    ImmutableArray<EarlierRun> Trend,
    EarlierResult? Newest,
    ImmutableSortedDictionary<string, DateTimeOffset> FirstSeen
)
{
    /// <summary>All that can change a result, in a fixed order; part of the run id.</summary>
    internal IEnumerable<string> Words =>
        [
            $"history {Newest?.Hash}",
            .. Trend.Select(run =>
                string.Create(CultureInfo.InvariantCulture, $"trend {run.Id} {run.TakenAt.UtcTicks}")
            ),
            .. FirstSeen
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair =>
                    string.Create(CultureInfo.InvariantCulture, $"seen {pair.Key} {Day(pair.Value):yyyy-MM-dd}")
                ),
        ];

    /// <summary>Says of each finding since when it is known: the earlier of what history and baseline say, else today.</summary>
    internal static AuditResult Dated(AuditResult result, EarlierHistory? history) =>
        history is null
            ? result
            : result with
            {
                Findings = [.. result.Findings.Select(finding => history.Dated(finding, Day(result.Snapshot.TakenAt)))],
            };

    private Finding Dated(Finding finding, DateOnly today)
    {
        DateOnly? known = FirstSeen.TryGetValue(finding.Fingerprint, out var first) ? Day(first) : null;
        DateOnly? since = known is null || finding.FirstSeen < known ? finding.FirstSeen ?? known : known;
        return finding with { FirstSeen = since ?? (EarlierFindings.IsSeen(finding) ? today : null) };
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
