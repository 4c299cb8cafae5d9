using System.Collections.Immutable;

namespace PimAudit.Engine;

/// <summary>A dated, approved exception to findings of one rule.</summary>
/// <param name="Rule">Rule id or rule name.</param>
/// <param name="Targets">Ids that a finding's identity must hold, all of them.</param>
/// <param name="Expires">Last day on which it holds, UTC.</param>
public sealed record Waiver(
    string Rule,
    ImmutableArray<string> Targets,
    string Reason,
    string ApprovedBy,
    DateOnly Expires
);
