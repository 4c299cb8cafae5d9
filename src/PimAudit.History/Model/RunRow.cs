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
