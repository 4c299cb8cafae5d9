using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>A snapshot in which what a question touches was read anew.</summary>
/// <param name="Snapshot">Taken at the moment of the second reading; good for that question, and no evidence of a whole collection.</param>
/// <param name="Freshness">What was read when.</param>
/// <param name="Record">How the second reading went, part by part.</param>
public sealed record Refreshed(TenantSnapshot Snapshot, Freshness Freshness, CollectionRecord Record);

/// <summary>How old the two halves of a refreshed snapshot are.</summary>
/// <param name="SnapshotTakenAt">UTC; of the rows that were not read again.</param>
/// <param name="ReadAt">UTC; the start of the second reading.</param>
/// <param name="Roles">Roles whose holders were read; null: all.</param>
/// <param name="Groups">Groups of which everything was read.</param>
/// <param name="People">Users who were read.</param>
/// <param name="Applications">Service principals that were read.</param>
/// <param name="Requests">Graph requests, batched ones counted one by one.</param>
public sealed record Freshness(
    DateTimeOffset SnapshotTakenAt,
    DateTimeOffset ReadAt,
    int? Roles,
    int Groups,
    int People,
    int Applications,
    int Requests
);
