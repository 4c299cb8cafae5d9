using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>What a notice is about.</summary>
public enum NoticeEvent
{
    /// <summary>A schedule's time passed without a scan.</summary>
    ScanMissed,

    /// <summary>A scan ended without a result.</summary>
    ScanFailed,

    /// <summary>Something that was read before was not read.</summary>
    CoverageLost,

    /// <summary>New findings at or above the severity that the channel asks for.</summary>
    Findings,

    /// <summary>A review's last day is over, and rows of it are not decided.</summary>
    ReviewOverdue,

    /// <summary>Somebody tries the channel.</summary>
    Test,
}

/// <summary>
/// What is told about a run: counts, rules and parts; of people nothing. Texts that came from a tenant or a file are on one line,
/// bounded, and show what cannot be seen as <c>U+XXXX</c>.
/// </summary>
public sealed record Notice
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Heaviest first; at least one.</summary>
    public required ImmutableArray<NoticeEvent> Events { get; init; }

    /// <summary>One sentence without full stop.</summary>
    public required string Headline { get; init; }

    /// <summary>Empty when a scan failed before anybody knew the tenant.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>What the fleet's list calls the tenant; null without a list.</summary>
    public string? Alias { get; init; }

    /// <summary>Display name of the tenant; null when it was not read.</summary>
    public string? TenantName { get; init; }

    /// <summary>Null when there is no run.</summary>
    public string? RunId { get; init; }

    /// <summary>The run that it is compared with; null when there is none.</summary>
    public string? PreviousRunId { get; init; }

    /// <summary>UTC; start of the collection; null when there is no run.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>UTC; the time of the schedule; null when a person asked for the scan.</summary>
    public DateTimeOffset? Slot { get; init; }

    /// <summary>What failed; null unless a scan failed or was missed.</summary>
    public string? Reason { get; init; }

    /// <summary>As in the reports; null when there is no run.</summary>
    public string? Verdict { get; init; }

    /// <summary>There was nothing to compare with, so that all that is open is told.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Open findings, heaviest first; severities without any are left out.</summary>
    public ImmutableArray<SeverityCount> Open { get; init; } = [];

    /// <summary>From which severity on new findings are told; null when the channel does not ask for them.</summary>
    public Severity? FindingsFrom { get; init; }

    /// <summary>New findings by rule, heaviest first; the first ten.</summary>
    public ImmutableArray<NoticeRule> NewFindings { get; init; } = [];

    /// <summary>Rules with new findings that <see cref="NewFindings"/> leaves out.</summary>
    public int MoreRules { get; init; }

    /// <summary>What changed since the run before, by kind.</summary>
    public ImmutableArray<ChangeCount> Changes { get; init; } = [];

    /// <summary>Parts of the tenant that were not read whole.</summary>
    public ImmutableArray<NoticePart> NotRead { get; init; } = [];

    /// <summary>Rules that are on and could not be evaluated.</summary>
    public int RulesNotEvaluated { get; init; }

    /// <summary>Those of them that the run before could evaluate; 0 when that is not known.</summary>
    public int RulesLost { get; init; }

    /// <summary>Rows of reviews that are overdue.</summary>
    public int ReviewsOverdue { get; init; }

    /// <summary>Those of them that the run before did not know as overdue.</summary>
    public int ReviewsNewlyOverdue { get; init; }
}

public sealed record SeverityCount(Severity Severity, int Count);

/// <param name="Severity">Of these findings; a rule with findings of two severities stands twice.</param>
public sealed record NoticeRule(string RuleId, string Title, Severity Severity, int Count);

public sealed record ChangeCount(ChangeKind Kind, int Count);

/// <param name="Name">Such as <c>Role settings</c>.</param>
/// <param name="IsLost">It was read better before, or nobody knows.</param>
public sealed record NoticePart(SnapshotParts Part, string Name, PartStatus Status, bool IsLost);
