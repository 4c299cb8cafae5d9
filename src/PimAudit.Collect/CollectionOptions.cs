using System.Collections.Immutable;

namespace PimAudit.Collect;

/// <summary>What a collection is asked for.</summary>
public sealed record CollectionOptions
{
    /// <summary>The only tenant that may be read; null accepts the one that answers.</summary>
    public Guid? Tenant { get; init; }

    /// <summary>Object ids or user principal names, resolved once at the start.</summary>
    public ImmutableArray<string> EmergencyAccounts { get; init; } = [];

    /// <summary>Parts that must be asked for.</summary>
    public CollectionScope Scope { get; init; } = new();

    /// <summary>How names of role-assignable groups begin by convention; null: nobody can tell, so none are looked for.</summary>
    public string? GroupNamePrefix { get; init; } = "RAG - ";

    /// <summary>Version of the collecting program, for the record.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>A throttled request is given up when its waits together would take longer.</summary>
    public TimeSpan MaxThrottleWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What has not been read by then is recorded as missing; null: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Requests are held back so that Graph need not throttle them. A Graph that counts nothing needs no pace.</summary>
    public bool IsPaced { get; init; } = true;
}
