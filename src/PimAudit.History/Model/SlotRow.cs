namespace PimAudit.History;

/// <summary>A time of a schedule that somebody began with.</summary>
internal sealed class SlotRow
{
    public Guid Tenant { get; set; }
    public DateTimeOffset Slot { get; set; }

    /// <summary>Who is at it; null when nobody is.</summary>
    public string? Node { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The run that was recorded for it; null while there is none.</summary>
    public long? Run { get; set; }
}
