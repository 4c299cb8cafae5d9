using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>What a change is about.</summary>
public enum ChangeSubject
{
    /// <summary>A path of a principal to a role.</summary>
    Access,

    /// <summary>A setting of a role, or of one side of a group.</summary>
    Setting,

    /// <summary>A group: its protection, its owners, its approach.</summary>
    Group,

    /// <summary>A waiver of the configuration.</summary>
    Waiver,
}

/// <summary>In which direction something changed.</summary>
public enum ChangeKind
{
    /// <summary>Is there now and was not.</summary>
    Gained,

    /// <summary>Was there, and is gone as far as everything was read.</summary>
    Lost,

    /// <summary>Ends later than it did, or no longer ends.</summary>
    Extended,

    /// <summary>Ends earlier than it did.</summary>
    Shortened,

    /// <summary>Had to be activated and stands open now.</summary>
    MadeStanding,

    /// <summary>Stood open and must be activated now.</summary>
    MadeEligible,

    /// <summary>Asks less than it did.</summary>
    Weakened,

    /// <summary>Asks more than it did.</summary>
    Strengthened,

    /// <summary>Is different, and neither more nor less open.</summary>
    Altered,

    /// <summary>Has the same id and another name.</summary>
    Renamed,

    /// <summary>Ran out between the runs.</summary>
    Expired,

    /// <summary>Was there, and could not be looked at again.</summary>
    NotConfirmed,
}

/// <summary>One difference between two runs of a tenant.</summary>
/// <param name="Object">Who or what changed; compared by id.</param>
/// <param name="Role">The role concerned; null when none.</param>
/// <param name="Scope">The scope concerned; null when none.</param>
/// <param name="What">The setting or the path, in words; null where the object says it all.</param>
/// <param name="Before">In words; null when it was not there.</param>
/// <param name="After">In words; null when it is gone.</param>
/// <param name="ChangedAt">UTC, from the audit log; null when the log does not say.</param>
/// <param name="ChangedBy">Who did it, from the audit log; null when the log does not say.</param>
public sealed record ChangeRow(
    ChangeSubject Subject,
    ChangeKind Kind,
    ObjectRef Object,
    ObjectRef? Role,
    ObjectRef? Scope,
    string? What,
    string? Before,
    string? After,
    DateTimeOffset? ChangedAt,
    ObjectRef? ChangedBy
);

/// <summary>A run before this one, as far as a trend needs it.</summary>
/// <param name="TakenAt">UTC; start of the collection.</param>
/// <param name="Profile">Name of its primary profile.</param>
/// <param name="ProfileHash">Runs under another content of the profile are not comparable.</param>
/// <param name="Open">Open findings by severity; severities without any are left out.</param>
/// <param name="NotEvaluated">Rules that were on and not evaluated.</param>
public sealed record EarlierRun(
    string Id,
    DateTimeOffset TakenAt,
    string Profile,
    string ProfileHash,
    ImmutableSortedDictionary<Severity, int> Open,
    int NotEvaluated
);

/// <summary>All that is different between two runs of a tenant.</summary>
/// <param name="Findings">New, resolved or not confirmed in the later run.</param>
public sealed record RunDifference(
    Guid TenantId,
    EarlierRun Before,
    EarlierRun After,
    ImmutableArray<ChangeRow> Changes,
    ImmutableArray<Finding> Findings
);
