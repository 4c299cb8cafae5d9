namespace PimAudit.History;

/// <summary>A recorded run, without its files. Stays when the result is pruned or purged, so that the chain stays whole.</summary>
internal sealed class RunRow
{
    public long Number { get; set; }
    public Guid Tenant { get; set; }
    public string RunId { get; set; } = "";
    public DateTimeOffset TakenAt { get; set; }
    public string Profile { get; set; } = "";
    public string ProfileHash { get; set; } = "";
    public int OpenCritical { get; set; }
    public int OpenHigh { get; set; }
    public int OpenMedium { get; set; }
    public int OpenLow { get; set; }
    public int OpenInfo { get; set; }
    public int NotEvaluated { get; set; }
    public string ToolVersion { get; set; } = "";
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset EndedAt { get; set; }
    public bool IsIncomplete { get; set; }
    public string ResultHash { get; set; } = "";
    public string ManifestHash { get; set; } = "";

    /// <summary>Empty for the first run of a tenant: a null would be unlike every other null, and two first runs could win.</summary>
    public string Previous { get; set; } = "";

    /// <summary>Empty once personal data were purged.</summary>
    public string Folder { get; set; } = "";
    public string SnapshotHash { get; set; } = "";
    public DateTimeOffset? Slot { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>False once the result was pruned or purged.</summary>
    public bool HasResult { get; set; }
}

/// <summary>The bytes of a run's <c>result.json</c>, Brotli.</summary>
internal sealed class ResultRow
{
    public long Number { get; set; }
    public byte[] Brotli { get; set; } = [];
}

/// <summary>The bytes of a run's <c>manifest.json</c>, as they were written.</summary>
internal sealed class ManifestRow
{
    public long Number { get; set; }
    public byte[] Json { get; set; } = [];
}

/// <summary>A finding of a tenant over all its runs.</summary>
internal sealed class FindingRow
{
    public Guid Tenant { get; set; }
    public string Fingerprint { get; set; } = "";
    public string Rule { get; set; } = "";

    /// <summary>Such as <c>High</c>; of the run that saw it last.</summary>
    public string Severity { get; set; } = "";

    /// <summary>Of the run that saw it last; empty once personal data were purged.</summary>
    public string Title { get; set; } = "";

    /// <summary>Since when it is there without a break.</summary>
    public DateTimeOffset FirstSeen { get; set; }
    public DateTimeOffset LastSeen { get; set; }

    /// <summary>Null while no run has found it resolved.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }
}

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

/// <summary>An access review with its decisions: the bytes of <c>review-NAME.json</c>, Brotli.</summary>
internal sealed class ReviewRow
{
    public Guid Tenant { get; set; }
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; set; } = "";
    public DateTimeOffset KeptAt { get; set; }
    public byte[] Brotli { get; set; } = [];
}
