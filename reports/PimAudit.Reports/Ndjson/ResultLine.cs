using PimAudit.Model;

namespace PimAudit.Reports.Ndjson;

/// <summary>
/// One line: what it is, of which run, and one property of that name with the same content as in <c>result.json</c>. The line
/// stands alone, so that a service may take the lines in any order.
/// </summary>
/// <param name="Kind">Name of the one property that is there: <c>run</c>, <c>coverage</c>, <c>rule</c>, <c>finding</c> and so on.</param>
/// <param name="RunId">As printed in every report.</param>
/// <param name="TakenAt">UTC; start of the collection.</param>
public sealed record ResultLine(string Kind, string RunId, Guid TenantId, DateTimeOffset TakenAt)
{
    /// <summary>The first line.</summary>
    public RunHead? Run { get; init; }
    public CoverageRow? Coverage { get; init; }
    public RuleResult? Rule { get; init; }
    public Finding? Finding { get; init; }
    public ChangeRow? Change { get; init; }
    public WaiverRow? Waiver { get; init; }
    public ReviewedRow? Review { get; init; }
    public EmergencyAccountRow? EmergencyAccount { get; init; }
    public GroupRow? Group { get; init; }
    public RoleSettingRow? RoleSetting { get; init; }
    public AccessRow? Access { get; init; }
    public CrosswalkRow? Crosswalk { get; init; }
    public EarlierRun? EarlierRun { get; init; }
}

/// <summary>What the result says as a whole.</summary>
/// <param name="ResultSha256">Of the <c>result.json</c> with the same content.</param>
/// <param name="Verdict">In words.</param>
/// <param name="RulesOn">Rules that are on.</param>
/// <param name="RulesEvaluated">Of those, the ones that could be evaluated.</param>
public sealed record RunHead(
    int SchemaVersion,
    RunInfo Run,
    TenantInfo Tenant,
    IReadOnlyList<ProfileInfo> Profiles,
    SnapshotInfo Snapshot,
    BaselineInfo? Baseline,
    string ResultSha256,
    string Verdict,
    int RulesOn,
    int RulesEvaluated
);
