using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>All that a report shows, and all that result.json holds. The same input gives the same value.</summary>
public sealed record AuditResult
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required RunInfo Run { get; init; }
    public required TenantInfo Tenant { get; init; }

    /// <summary>The first is primary.</summary>
    public required ImmutableArray<ProfileInfo> Profiles { get; init; }
    public required SnapshotInfo Snapshot { get; init; }
    public required ImmutableArray<CoverageRow> Coverage { get; init; }

    /// <summary>Every rule of the catalogue that ships, by id.</summary>
    public required ImmutableArray<RuleResult> Rules { get; init; }

    /// <summary>By rule id, then subject id, ordinal.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
    public required ImmutableArray<AccessRow> Access { get; init; }
    public required ImmutableArray<RoleSettingRow> RoleSettings { get; init; }
    public required ImmutableArray<GroupRow> Groups { get; init; }
    public required ImmutableArray<EmergencyAccountRow> EmergencyAccounts { get; init; }
    public required ImmutableArray<WaiverRow> Waivers { get; init; }

    /// <summary>Each rule under each profile, by rule id; empty when one profile judged.</summary>
    public ImmutableArray<CrosswalkRow> Crosswalk
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>What the findings were compared with; null when there was no baseline.</summary>
    public BaselineInfo? Baseline { get; init; }

    /// <summary>Runs before this one, oldest first; empty when none was given.</summary>
    public ImmutableArray<EarlierRun> Earlier
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>What is different from the newest of <see cref="Earlier"/>.</summary>
    public ImmutableArray<ChangeRow> Changes
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>The rows of reviews that were issued, and what became of them; empty when none was given.</summary>
    public ImmutableArray<ReviewedRow> Reviews
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];
}
