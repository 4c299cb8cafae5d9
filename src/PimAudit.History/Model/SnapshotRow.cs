namespace PimAudit.History;

/// <summary>Where a snapshot lies.</summary>
internal sealed class SnapshotRow
{
    /// <summary>SHA-256 of its manifest.</summary>
    public string Hash { get; set; } = "";
    public Guid Tenant { get; set; }
    public DateTimeOffset TakenAt { get; set; }

    /// <summary>Absolute, on the machine that wrote it; null when the runs that judged it did not keep it, or after a purge.</summary>
    public string? Path { get; set; }
}
