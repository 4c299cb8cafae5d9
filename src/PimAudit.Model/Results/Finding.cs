using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>An object that a finding mentions without being about it.</summary>
/// <param name="Object">The object.</param>
/// <param name="Relation">Its part in the finding, such as <c>approver</c> or <c>member</c>.</param>
public sealed record RelatedObject(ObjectRef Object, string Relation);

/// <summary>How to mend a finding.</summary>
/// <param name="Steps">At most four steps in the portal's words.</param>
/// <param name="Command">Graph PowerShell built from validated ids only; null where no command does it.</param>
public sealed record Fix(ImmutableArray<string> Steps, string? Command = null);

/// <summary>A deviation from a rule, with everything that a report says about it.</summary>
/// <param name="RuleId">Such as <c>PIM101</c>.</param>
/// <param name="RuleName">The fault, such as <c>PermanentActiveAssignment</c>.</param>
/// <param name="Profile">Name of the profile that judged.</param>
/// <param name="Fingerprint">64 hex digits over tenant, rule, subject and identity; the same while the fault is the same.</param>
/// <param name="Subject">What an administrator changes.</param>
/// <param name="Identity">What a fix would remove, the subject included, ordinal by key.</param>
/// <param name="Role">The role concerned; null when none.</param>
/// <param name="Scope">The scope concerned; null when none.</param>
/// <param name="Path">The path concerned from principal to role; empty when none.</param>
/// <param name="Title">A sentence with the subject, without full stop.</param>
/// <param name="Observed">The value seen.</param>
/// <param name="Expected">The value asked for.</param>
/// <param name="Why">Why it matters, at most 45 words.</param>
/// <param name="Source">Where the expectation comes from.</param>
/// <param name="Evidence">The rows that show it.</param>
/// <param name="Owner">Who must act, from the configuration; null when not configured.</param>
/// <param name="WaivedUntil">Last day of the waiver that covers it; null when none does.</param>
public sealed record Finding(
    string RuleId,
    string RuleName,
    string Profile,
    string Fingerprint,
    Severity Severity,
    FindingStatus Status,
    ObjectRef Subject,
    ImmutableArray<ObjectRef> Identity,
    ImmutableArray<RelatedObject> Related,
    ObjectRef? Role,
    string? Scope,
    ImmutableArray<Hop> Path,
    string Title,
    string Observed,
    string Expected,
    string Why,
    string Source,
    ImmutableArray<Evidence> Evidence,
    Fix Fix,
    string? Owner,
    DateOnly? WaivedUntil
)
{
    /// <summary>The first eight digits of the fingerprint: what people quote.</summary>
    public string ShortId => Fingerprint[..8];

    /// <summary>Its severity in the baseline; null when it does not stand there, or there is no baseline.</summary>
    public Severity? BaselinedAs { get; init; }

    /// <summary>
    /// Day, UTC, on which a run in the history saw it first, or with which the baseline accepted it, whichever is earlier; null
    /// when neither knows it.
    /// </summary>
    public DateOnly? FirstSeen { get; init; }

    /// <summary>
    /// Why a baselined finding that was not found again cannot be called resolved; null for one that this run found.
    /// </summary>
    public string? NotConfirmed { get; init; }
}
