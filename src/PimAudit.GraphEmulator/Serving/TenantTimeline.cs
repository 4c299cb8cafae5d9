namespace PimAudit.GraphEmulator;

/// <summary>The tenant as it is now, and the changes that are still to come.</summary>
internal sealed class TenantTimeline(EmulatedTenant first, IReadOnlyList<TenantChange> changes)
{
    private readonly Lock gate = new();
    private readonly Queue<TenantChange> coming = new(changes);
    private EmulatedTenant current = first;

    /// <summary>The tenant that this request sees; if it is the one that the next change waits for, the last to see it.</summary>
    public EmulatedTenant For(GraphRequest request)
    {
        lock (gate)
        {
            var seen = current;
            if (coming.TryPeek(out var change) && FaultBoard.Pattern(change.PathPattern).IsMatch(request.Readable))
                current = coming.Dequeue().Tenant;
            return seen;
        }
    }
}
