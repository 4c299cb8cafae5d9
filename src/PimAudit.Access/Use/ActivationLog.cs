using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Use;

/// <summary>Who activated what within the time that the audit log covers. The log is gone through once.</summary>
public sealed class ActivationLog
{
    private readonly Dictionary<ActivationKey, ActivationSeries> series;
    private readonly HashSet<Guid> unplaced;
    private readonly bool hasNameless;

    internal ActivationLog(
        Dictionary<ActivationKey, ActivationSeries> series,
        HashSet<Guid> unplaced,
        bool hasNameless,
        TimeSpan? covered
    )
    {
        this.series = series;
        this.unplaced = unplaced;
        this.hasNameless = hasNameless;
        Covered = covered;
        All =
        [
            .. series
                .Values.OrderBy(one => one.Key.PersonId.ToString("D"), StringComparer.Ordinal)
                .ThenBy(one => one.Key.TargetId.ToString("D"), StringComparer.Ordinal)
                .ThenBy(one => one.Key.IsRole),
        ];
    }

    /// <summary>From the first moment that the log speaks of to TakenAt; null when it was not read.</summary>
    public TimeSpan? Covered { get; }

    /// <summary>By person, then target.</summary>
    public ImmutableArray<ActivationSeries> All { get; }

    /// <summary>
    /// Whether the person activated it within the log: null where an entry does not say what was activated, or by whom.
    /// </summary>
    public bool? Shows(ActivationKey key) =>
        series.ContainsKey(key) ? true
        : hasNameless || unplaced.Contains(key.PersonId) ? null
        : false;

    /// <summary>What the person is seen to have activated; null where the log shows nothing.</summary>
    public ActivationSeries? Of(ActivationKey key) => series.GetValueOrDefault(key);

    internal static ActivationLog Of(TenantSnapshot snapshot)
    {
        var builder = new ActivationLogBuilder(snapshot.TakenAt);
        foreach (var entry in snapshot.Events)
            builder.Add(entry);
        return builder.Build(snapshot.EventsSince is { } since ? snapshot.TakenAt - since : null);
    }
}
