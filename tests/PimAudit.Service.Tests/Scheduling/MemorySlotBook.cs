using PimAudit.History;

namespace PimAudit.Service.Tests;

/// <summary>Keeps the promises of the history about slots, in memory.</summary>
internal sealed class MemorySlotBook(TimeProvider time) : ISlotBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<(Guid Tenant, DateTimeOffset Slot), (string Node, DateTimeOffset Until)> claims = [];
    private readonly HashSet<(Guid Tenant, DateTimeOffset Slot)> done = [];

    /// <summary>The database does not answer.</summary>
    public bool IsDown { get; set; }

    /// <summary>What a scanner does at its end.</summary>
    public void Record(Guid tenant, DateTimeOffset slot)
    {
        lock (gate)
        {
            done.Add((tenant, slot));
            claims.Remove((tenant, slot));
        }
    }

    public bool IsDone(Guid tenant, DateTimeOffset slot)
    {
        lock (gate)
            return done.Contains((tenant, slot));
    }

    public string? HolderOf(Guid tenant, DateTimeOffset slot)
    {
        lock (gate)
            return claims.TryGetValue((tenant, slot), out var claim) ? claim.Node : null;
    }

    public Task<SlotClaim> ClaimAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    ) =>
        Ask(() =>
        {
            if (done.Contains((tenant, slot)))
                return SlotClaim.Done;
            if (claims.TryGetValue((tenant, slot), out var held) && held.Until > time.GetUtcNow())
                return SlotClaim.Held;
            claims[(tenant, slot)] = (node, time.GetUtcNow() + lease);
            return SlotClaim.Granted;
        });

    public Task<bool> RenewAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    ) =>
        Ask(() =>
        {
            if (!claims.TryGetValue((tenant, slot), out var held) || held.Node != node)
                return false;
            claims[(tenant, slot)] = (node, time.GetUtcNow() + lease);
            return true;
        });

    public Task ReleaseAsync(Guid tenant, DateTimeOffset slot, string node, CancellationToken cancellation) =>
        Ask(() => HolderOf(tenant, slot) == node && claims.Remove((tenant, slot)));

    public Task<DateTimeOffset?> NewestDoneAsync(Guid tenant, CancellationToken cancellation) =>
        Ask(() =>
            done.Where(one => one.Tenant == tenant).Select(one => (DateTimeOffset?)one.Slot).DefaultIfEmpty(null).Max()
        );

    private Task<T> Ask<T>(Func<T> question)
    {
        if (IsDown)
            return Task.FromException<T>(new IOException("The database is away."));
        lock (gate)
            return Task.FromResult(question());
    }
}
