using System.Collections.Immutable;
using System.Text.Json.Serialization;

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

/// <summary>A subject about which a rule could not decide.</summary>
public sealed record BlindSubject(ObjectRef Subject, SnapshotParts Part, MissingReason Reason, string Detail);

/// <param name="Judged">Subjects that were judged, findings included.</param>
/// <param name="Findings">Findings, waived ones included.</param>
/// <param name="Waived">Findings under a valid waiver.</param>
/// <param name="Blind">Subjects that could not be judged.</param>
public sealed record RuleCounts(int Judged, int Findings, int Waived, int Blind);

/// <summary>One rule in one run.</summary>
/// <param name="Practice">Lines of the document, or <c>ext</c>.</param>
/// <param name="Severity">The heaviest that the rule can give under this profile.</param>
/// <param name="Parameters">Thresholds used, in words, by name.</param>
/// <param name="Reason">Why it was not evaluated; null for every other outcome.</param>
/// <param name="Detail">The same for a person, or why the collection switched it off; null when there is nothing to add.</param>
/// <param name="Source">Where the expectation comes from.</param>
public sealed record RuleResult(
    string Id,
    string Name,
    string Title,
    string Practice,
    string Profile,
    Severity Severity,
    ImmutableSortedDictionary<string, string> Parameters,
    RuleOutcome Outcome,
    MissingReason? Reason,
    string? Detail,
    ImmutableArray<BlindSubject> Blind,
    RuleCounts Counts,
    string Source
)
{
    /// <summary>Controls of other frameworks that the outcome is evidence for.</summary>
    public ImmutableArray<ControlReference> Controls
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];
}

/// <summary>How high a role stands.</summary>
public enum RoleTier
{
    HighlyPrivileged,
    Privileged,
    Other,
}

/// <summary>One effective path.</summary>
/// <param name="Key">32 hex digits over the ids of principal, role, scope and hops: finds the row again in the next review.</param>
/// <param name="PrincipalName">User principal name or application id; null when not read.</param>
/// <param name="PrincipalEnabled">Null when not read.</param>
/// <param name="Scope">Its label is the name of the administrative unit or object where it was read.</param>
/// <param name="State">Of the whole path.</param>
/// <param name="StartsAt">UTC; null when not known.</param>
/// <param name="EndsAt">UTC; null with <paramref name="IsPermanent"/> true means without end, with null unknown.</param>
/// <param name="IsPermanent">Null when the end is unknown.</param>
/// <param name="Exempt">Every holder of the grant is an emergency access account.</param>
public sealed record AccessRow(
    string Key,
    ObjectRef Principal,
    string? PrincipalName,
    bool? PrincipalEnabled,
    ObjectRef Role,
    RoleTier Tier,
    ObjectRef Scope,
    ImmutableArray<Hop> Hops,
    PathBand Band,
    HopState State,
    [property: JsonPropertyName("start")] DateTimeOffset? StartsAt,
    [property: JsonPropertyName("end")] DateTimeOffset? EndsAt,
    bool? IsPermanent,
    Approach Approach,
    bool Exempt
)
{
    /// <summary>What was read of its use; null in results of earlier versions.</summary>
    public AccessUse? Use { get; init; }

    /// <summary>What the audit log tells of its assignment; null where it does not, or was not read.</summary>
    public AccessOrigin? Origin { get; init; }

    /// <summary>Who is asked about it in a review, from the configuration; null where nobody is named.</summary>
    public string? Reviewer { get; init; }
}

/// <summary>What a setting is worth.</summary>
public enum SettingVerdict
{
    Meets,
    Deviates,

    /// <summary>No rule that is on asks about it.</summary>
    NotJudged,

    /// <summary>Was not read.</summary>
    Unknown,
}

/// <summary>One setting of a role or of one side of a group.</summary>
/// <param name="Access">Null for a role.</param>
/// <param name="Setting">Such as <c>mfa</c>, <c>approval</c>, <c>longestActivation</c>.</param>
/// <param name="Value">In words; null when not read.</param>
/// <param name="Expected">In words; null when nothing is expected.</param>
/// <param name="RuleId">The rule that judged; null when none did.</param>
/// <param name="Severity">Of the deviation; null when there is none.</param>
public sealed record RoleSettingRow(
    ObjectRef Owner,
    GroupAccess? Access,
    RoleTier? Tier,
    string Setting,
    string? Value,
    string? Expected,
    SettingVerdict Verdict,
    string? RuleId,
    Severity? Severity
);

/// <summary>A role that a group carries.</summary>
/// <param name="Eligible">The group is eligible for it.</param>
/// <param name="Active">The group is Assigned to it.</param>
public sealed record GroupGrantRow(ObjectRef Role, ObjectRef Scope, Approach Approach, bool Eligible, bool Active);

/// <summary>A group that holds a role or stands on a path.</summary>
/// <param name="IsRoleAssignable">Null when not read.</param>
/// <param name="Kind">In words: <c>security</c>, <c>Microsoft 365</c>, <c>dynamic</c>, <c>synchronised</c>; null when not read.</param>
/// <param name="Owners">Standing owners; null when not read.</param>
/// <param name="MembersStanding">Null when not read.</param>
/// <param name="MembersEligible">Null when not read.</param>
/// <param name="MembersActivated">Null when not read.</param>
/// <param name="Approach">Of its grants together: Mixed if they differ, Unknown where one is; null for a nested group without a grant of its own.</param>
public sealed record GroupRow(
    ObjectRef Group,
    bool? IsRoleAssignable,
    string? Kind,
    int? Owners,
    int? MembersStanding,
    int? MembersEligible,
    int? MembersActivated,
    ImmutableArray<GroupGrantRow> Grants,
    Approach? Approach
);

/// <param name="Check">What is looked at.</param>
/// <param name="Outcome">Pass, Fail or NotEvaluated.</param>
/// <param name="Value">What was seen.</param>
public sealed record EmergencyCheck(string Check, RuleOutcome Outcome, string Value);

/// <summary>A configured emergency access (break-glass) account.</summary>
/// <param name="Entry">As the configuration writes it.</param>
/// <param name="Account">Null when the entry could not be resolved.</param>
public sealed record EmergencyAccountRow(string Entry, ObjectRef? Account, ImmutableArray<EmergencyCheck> Checks);

/// <summary>What a waiver did in this run.</summary>
public enum WaiverState
{
    Used,
    Unused,
    Expired,

    /// <summary>Its expiry lies further away than the profile allows, so it covers nothing.</summary>
    TooLong,

    /// <summary>It covers nothing, but its rule was off, not evaluated, or blind where it could matter.</summary>
    NotConfirmed,
}

/// <param name="Targets">Ids.</param>
/// <param name="DaysLeft">Whole days from TakenAt to the end of the last day; negative when expired.</param>
/// <param name="IsBroad">It names fewer ids than the identity of a finding that it covers.</param>
/// <param name="Covered">Findings under it.</param>
public sealed record WaiverRow(
    string RuleId,
    ImmutableArray<string> Targets,
    string Reason,
    string ApprovedBy,
    DateOnly Expires,
    int DaysLeft,
    WaiverState State,
    bool IsBroad,
    int Covered
)
{
    /// <summary>Critical findings that it names without all of their identity, and so does not cover.</summary>
    public int CriticalLeft { get; init; }
}
