namespace PimAudit.Reports.Sarif.Log;

/// <param name="RuleIndex">Among the rules of the driver; null where the result holds no such rule.</param>
/// <param name="BaselineState">Null when there was no baseline.</param>
/// <param name="Suppressions">Null for what is not waived.</param>
internal sealed record SarifResult(
    string RuleId,
    int? RuleIndex,
    string Kind,
    string Level,
    double Rank,
    SarifMessage Message,
    IReadOnlyList<SarifLocation> Locations,
    IReadOnlyDictionary<string, string> PartialFingerprints,
    string? BaselineState,
    IReadOnlyList<SarifSuppression>? Suppressions,
    SarifResultProperties Properties
);

internal sealed record SarifLocation(
    SarifPhysicalLocation PhysicalLocation,
    IReadOnlyList<SarifLogicalLocation> LogicalLocations
);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation);

/// <param name="Name">For people; null when not read.</param>
/// <param name="FullyQualifiedName">Tenant, kind and id: the same in every run.</param>
internal sealed record SarifLogicalLocation(string? Name, string FullyQualifiedName, string Kind);

internal sealed record SarifSuppression(
    string Kind,
    string Status,
    string Justification,
    SarifSuppressionProperties Properties
);

/// <param name="ApprovedBy">Null where the waiver is not among those of the result.</param>
/// <param name="Expires">Last day.</param>
internal sealed record SarifSuppressionProperties(string? ApprovedBy, string Expires);

/// <param name="FixCommand">Line by line; null where no command mends it.</param>
internal sealed record SarifResultProperties(
    string Severity,
    string Status,
    string Observed,
    string Expected,
    string Why,
    string Source,
    string? RoleId,
    string? RoleName,
    string? Scope,
    string? Owner,
    string? BaselinedAs,
    string? NotConfirmed,
    IReadOnlyList<string> Fix,
    IReadOnlyList<string>? FixCommand,
    IReadOnlyList<string> Evidence
);
