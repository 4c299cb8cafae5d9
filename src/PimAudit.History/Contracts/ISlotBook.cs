namespace PimAudit.History;

/// <summary>What became of the wish to scan a tenant for a time of its schedule.</summary>
public enum SlotClaim
{
    /// <summary>The caller scans.</summary>
    Granted,

    /// <summary>A run for this time is recorded.</summary>
    Done,

    /// <summary>Another node is at it.</summary>
    Held,
}

/// <summary>A time of a schedule for which no run is recorded.</summary>
/// <param name="Slot">UTC.</param>
/// <param name="Node">Who began it last; null when nobody did.</param>
public sealed record OpenSlot(Guid Tenant, DateTimeOffset Slot, string? Node);

/// <summary>Sees to it that each time of each schedule gives one run, whichever node is alive.</summary>
public interface ISlotBook
{
    /// <summary>A claim that is not renewed ends with its lease, so that another node can take the scan over.</summary>
    Task<SlotClaim> ClaimAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    );

    /// <returns>False when the claim was lost: what the caller scans must not be recorded.</returns>
    Task<bool> RenewAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    );

    /// <summary>The scan failed, or is given back: another attempt may begin at once.</summary>
    Task ReleaseAsync(Guid tenant, DateTimeOffset slot, string node, CancellationToken cancellation);

    /// <summary>The newest time for which a run of the tenant is recorded; null when there is none.</summary>
    Task<DateTimeOffset?> NewestDoneAsync(Guid tenant, CancellationToken cancellation);
}
