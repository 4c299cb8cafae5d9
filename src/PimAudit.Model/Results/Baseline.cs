using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Findings that were accepted as known, so that later runs tell what is new.</summary>
public sealed record Baseline
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    public required Guid TenantId { get; init; }

    /// <summary>Name of the profile under which the findings were made.</summary>
    public required string Profile { get; init; }

    /// <summary>UTC; of the newest snapshot whose findings are accepted.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The run whose findings were accepted last.</summary>
    public required string RunId { get; init; }

    /// <summary>By rule id, then subject id, then fingerprint, ordinal.</summary>
    public required ImmutableArray<BaselinedFinding> Findings { get; init; }
}

/// <summary>A finding as it was accepted.</summary>
/// <param name="Fingerprint">64 hex digits, as in <see cref="Finding"/>.</param>
/// <param name="Severity">One that comes back heavier is new.</param>
/// <param name="Role">The role concerned; null when none.</param>
/// <param name="Scope">The scope concerned; null when none.</param>
/// <param name="Since">Day of the snapshot with which it was accepted, UTC.</param>
public sealed record BaselinedFinding(
    string Fingerprint,
    string RuleId,
    string RuleName,
    Severity Severity,
    ObjectRef Subject,
    ImmutableArray<ObjectRef> Identity,
    ObjectRef? Role,
    string? Scope,
    string Title,
    string Observed,
    string Expected,
    DateOnly Since
);

/// <summary>The baseline that a run was compared with.</summary>
/// <param name="Hash">SHA-256 over its content, 64 hex digits; part of the run id.</param>
/// <param name="Profile">Under which it was made.</param>
/// <param name="TakenAt">UTC; of the newest snapshot whose findings it accepts.</param>
/// <param name="RunId">The run whose findings it accepts last.</param>
/// <param name="Accepted">Findings in it.</param>
public sealed record BaselineInfo(string Hash, string Profile, DateTimeOffset TakenAt, string RunId, int Accepted);
