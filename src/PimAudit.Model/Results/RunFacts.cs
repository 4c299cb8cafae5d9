namespace PimAudit.Model;

/// <summary>What identifies a run.</summary>
/// <param name="Id">First 16 hex digits of SHA-256 over the hashes of snapshot, profiles, configuration, baseline and tool version.</param>
/// <param name="ConfigurationHash">SHA-256 of the effective configuration.</param>
/// <param name="AllowIncomplete">Missing evidence was accepted on the command line.</param>
public sealed record RunInfo(string Id, string ToolVersion, string ConfigurationHash, bool AllowIncomplete)
{
    /// <summary>Mark of the key under which names, ids and free text became pseudonyms; null for a result as it was found.</summary>
    public string? RedactionKey { get; init; }
}

/// <param name="Id">Tenant id.</param>
/// <param name="DisplayName">Null when the organization was not read.</param>
/// <param name="DefaultDomain">Null when the organization was not read.</param>
public sealed record TenantInfo(Guid Id, string? DisplayName, string? DefaultDomain);

/// <param name="Name">Such as <c>best-practices</c>.</param>
/// <param name="Hash">SHA-256 over the profile's effective content.</param>
public sealed record ProfileInfo(string Name, string Title, string Hash);

/// <param name="Hash">SHA-256 of the snapshot's manifest, which names the hash of each part.</param>
/// <param name="TakenAt">UTC.</param>
public sealed record SnapshotInfo(string Hash, DateTimeOffset TakenAt, CollectionRecord Collection);
