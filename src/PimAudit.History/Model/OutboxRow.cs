namespace PimAudit.History;

/// <summary>A notification and what became of it.</summary>
internal sealed class OutboxRow
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public Guid Tenant { get; set; }
    public string Channel { get; set; } = "";
    public string Body { get; set; } = "";

    /// <summary>The run that it speaks of; null for a message without one.</summary>
    public long? Run { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public string? Node { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public DateTimeOffset? GivenUpAt { get; set; }

    /// <summary>Why the last attempt failed; no secret.</summary>
    public string? Failure { get; set; }
}
