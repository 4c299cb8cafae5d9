using System.Collections.Immutable;

namespace PimAudit.Model;

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
