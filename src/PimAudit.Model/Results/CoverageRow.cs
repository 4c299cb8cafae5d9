using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>What was read of one part, what that costs and what cures it.</summary>
/// <param name="Cure">What to do; null when the part is complete.</param>
/// <param name="BlindRules">Ids of rules that are not evaluated, or blind on some subjects, because of it.</param>
public sealed record CoverageRow(
    SnapshotParts Part,
    PartStatus Status,
    MissingReason? Reason,
    string? Detail,
    string Request,
    string Permission,
    int Rows,
    int Pages,
    int Retries,
    ImmutableArray<ObjectGap> Gaps,
    ImmutableArray<string> BlindRules,
    string? Cure
);
