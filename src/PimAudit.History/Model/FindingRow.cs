namespace PimAudit.History;

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
