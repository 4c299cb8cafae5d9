using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary><c>fleet.json</c>: what many tenants look like side by side. It names no person and no object of a tenant.</summary>
/// <param name="SchemaVersion">Of this file.</param>
/// <param name="At">UTC; when the scan of all began, or for a roll-up of runs that lay there the newest of their snapshots.</param>
/// <param name="ToolVersion">Version of the program that made it.</param>
/// <param name="Rules">Every rule that is on in a tenant, by id.</param>
/// <param name="Tenants">Those that were not scanned first, then the worst first.</param>
public sealed record FleetRollUp(
    int SchemaVersion,
    DateTimeOffset At,
    string ToolVersion,
    ImmutableArray<FleetRule> Rules,
    ImmutableArray<TenantSummary> Tenants
)
{
    public const int CurrentSchemaVersion = 1;
    public const string FileName = "fleet.json";
}

/// <summary>A rule as the tenants share it.</summary>
/// <param name="Severity">The heaviest that it can give in any of them.</param>
public sealed record FleetRule(string Id, string Title, Severity Severity);

/// <summary>What is kept of one tenant of many.</summary>
/// <param name="Alias">Of the list.</param>
/// <param name="ExitCode">What a scan of this tenant alone would have told the shell.</param>
/// <param name="WhyNot">What failed, what was seen, what it costs, what to do, a line each; null when the tenant was scanned.</param>
/// <param name="Figures">Null when the tenant was not scanned.</param>
public sealed record TenantSummary(string Alias, Guid Tenant, int ExitCode, string? WhyNot, TenantFigures? Figures);

/// <summary>What came out for a tenant, as numbers.</summary>
/// <param name="RunId">As printed in its reports.</param>
/// <param name="Folder">Of its run, relative to the folder of all tenants, with forward slashes; null when it lies elsewhere.</param>
/// <param name="ResultHash">SHA-256 of <c>result.json</c>, 64 hex digits.</param>
/// <param name="SnapshotHash">SHA-256 of the snapshot's manifest.</param>
/// <param name="TakenAt">UTC; start of the collection.</param>
/// <param name="Profile">Name of the primary profile.</param>
/// <param name="Verdict">As on the cover of its report.</param>
/// <param name="Open">Open findings, heaviest first, zeros included.</param>
/// <param name="Waived">Findings under a valid waiver.</param>
/// <param name="IsComplete">Every rule that is on was evaluated without a blind spot.</param>
/// <param name="Parts">Parts of the snapshot that were asked for.</param>
/// <param name="PartsRead">Those of them that were read in full.</param>
/// <param name="Requests">Graph requests of the collection.</param>
/// <param name="Changes">Against an earlier run; null when there was none.</param>
/// <param name="Rules">Every rule that is on, by id.</param>
public sealed record TenantFigures(
    string RunId,
    string? Folder,
    string ResultHash,
    string SnapshotHash,
    DateTimeOffset TakenAt,
    string Profile,
    string Verdict,
    ImmutableArray<SeverityTally> Open,
    int Waived,
    bool IsComplete,
    int Parts,
    int PartsRead,
    int Requests,
    ChangeTally? Changes,
    ImmutableArray<RuleTally> Rules
);

/// <param name="Count">Open findings.</param>
public sealed record SeverityTally(Severity Severity, int Count);

/// <param name="New">Findings that were not there before.</param>
/// <param name="Resolved">Findings that are gone.</param>
/// <param name="Rows">Changes of access, settings, groups and waivers.</param>
public sealed record ChangeTally(int New, int Resolved, int Rows);

/// <param name="Open">Open findings.</param>
/// <param name="Blind">Subjects that could not be judged.</param>
public sealed record RuleTally(string Id, RuleOutcome Outcome, int Open, int Blind);
