using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace PimAudit.Service;

/// <summary>The last attempt that failed on this node.</summary>
/// <param name="Slot">UTC.</param>
/// <param name="What">The first line of what failed.</param>
internal sealed record FailedAttempt(DateTimeOffset Slot, string What);

/// <summary>What this node saw of a tenant since it started.</summary>
/// <param name="Missed">Slots without a recorded run that are later than the newest recorded one; UTC.</param>
internal sealed record TenantState(FailedAttempt? Failure, ImmutableSortedSet<DateTimeOffset> Missed)
{
    public static readonly TenantState Fresh = new(Failure: null, []);
}

/// <summary>What this node saw of its tenants.</summary>
internal sealed class TenantStates
{
    private readonly ConcurrentDictionary<Guid, TenantState> states = new();

    public TenantState Of(Guid tenant) => states.GetValueOrDefault(tenant, TenantState.Fresh);

    public void Failed(Guid tenant, DateTimeOffset slot, string what) =>
        Change(tenant, state => state with { Failure = new(slot, what) });

    /// <returns>False when it was known.</returns>
    public bool Missed(Guid tenant, DateTimeOffset slot)
    {
        var isNew = false;
        Change(
            tenant,
            state =>
            {
                isNew = !state.Missed.Contains(slot);
                return state with { Missed = state.Missed.Add(slot) };
            }
        );
        return isNew;
    }

    /// <summary>Nobody could be told: it has to be said again.</summary>
    public void Untold(Guid tenant, DateTimeOffset slot) =>
        Change(tenant, state => state with { Missed = state.Missed.Remove(slot) });

    /// <summary>A run of this slot is recorded: what was missed before it is past.</summary>
    public void Done(Guid tenant, DateTimeOffset slot) =>
        Change(tenant, state => state with { Missed = [.. state.Missed.Where(missed => missed > slot)] });

    private void Change(Guid tenant, Func<TenantState, TenantState> change) =>
        states.AddOrUpdate(tenant, _ => change(TenantState.Fresh), (_, state) => change(state));
}
