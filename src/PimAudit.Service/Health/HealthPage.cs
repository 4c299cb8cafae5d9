using System.Collections.Concurrent;
using System.Collections.Immutable;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>What <c>/health/tenants</c> says of a tenant. All times UTC.</summary>
/// <param name="LastSuccess">End of the newest recorded run; null without one.</param>
/// <param name="NextFire">When the next scan begins, jitter included; null when the schedule has ended.</param>
/// <param name="LastFailure">Seen by this node; null when it saw none.</param>
/// <param name="Missed">Times of the schedule, later than the newest run, for which none is recorded.</param>
internal sealed record TenantHealth(
    string Alias,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? NextFire,
    FailedAttempt? LastFailure,
    ImmutableArray<DateTimeOffset> Missed
);

/// <summary>How all tenants of a node are.</summary>
internal sealed record HealthReport(string Node, bool IsHealthy, ImmutableArray<TenantHealth> Tenants);

/// <summary>Looks how the tenants are; the history is asked anew for each only every few seconds.</summary>
internal sealed class HealthPage(
    ScheduleList list,
    IRunHistory history,
    TenantStates states,
    ServiceOptions options,
    TimeProvider time
)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset AskedAt, DateTimeOffset? EndedAt)> known = new();

    public async Task<HealthReport> LookAsync(CancellationToken cancellation)
    {
        var tenants = ImmutableArray.CreateBuilder<TenantHealth>(list.All.Length);
        foreach (var table in list.All)
            tenants.Add(await OfAsync(table, cancellation));
        return new(options.Node, tenants.All(tenant => tenant.Missed.IsEmpty), tenants.ToImmutable());
    }

    private async Task<TenantHealth> OfAsync(Timetable table, CancellationToken cancellation)
    {
        var tenant = table.Schedule.Tenant;
        var state = states.Of(tenant);
        return new(
            table.Schedule.Alias,
            await LastSuccessAsync(tenant, cancellation),
            NextFire(table, time.GetUtcNow()),
            state.Failure,
            [.. state.Missed]
        );
    }

    /// <summary>The slot that is past may still wait for the end of its jitter.</summary>
    private static DateTimeOffset? NextFire(Timetable table, DateTimeOffset now)
    {
        for (var slot = table.After(now - table.Schedule.Jitter); slot is { } due; slot = table.After(due))
            if (table.StartOf(due) > now)
                return table.StartOf(due);
        return null;
    }

    private async Task<DateTimeOffset?> LastSuccessAsync(Guid tenant, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(tenant, out var last) && now - last.AskedAt < Fresh)
            return last.EndedAt;
        var newest = await history.NewestAsync(tenant, cancellation);
        known[tenant] = (now, newest?.EndedAt);
        return newest?.EndedAt;
    }
}
