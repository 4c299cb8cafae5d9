using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.History;

/// <summary>A run whose files lie in their place. It is recorded whole, its messages with it, or not at all.</summary>
/// <param name="ResultFile">The bytes of <c>result.json</c>.</param>
/// <param name="Manifest">The bytes of <c>manifest.json</c>.</param>
/// <param name="Trend">As later runs compare themselves with it.</param>
/// <param name="Folder">Absolute.</param>
/// <param name="Slot">UTC; the time for which it was scheduled; null for a run that a person started.</param>
/// <param name="Messages">To be delivered once the run is recorded.</param>
public sealed record RunToRecord(
    AuditResult Result,
    ReadOnlyMemory<byte> ResultFile,
    ReadOnlyMemory<byte> Manifest,
    EarlierRun Trend,
    bool IsIncomplete,
    string Folder,
    DateTimeOffset? Slot,
    ImmutableArray<OutboxMessage> Messages
);
