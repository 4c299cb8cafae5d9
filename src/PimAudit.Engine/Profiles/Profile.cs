using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What a profile or a configuration changes about one rule. A null changes nothing.</summary>
/// <param name="Severity">Replaces the rule's whole ladder.</param>
/// <param name="Parameters">By name, as written; a scalar is a list of one.</param>
/// <param name="Source">Where a deviation from the rule's own default comes from.</param>
public sealed record RuleChange(
    bool? Enabled,
    Severity? Severity,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Parameters,
    string? Source
)
{
    /// <summary>What another source asks instead; null where none is known to differ.</summary>
    public string? Differs { get; init; }

    public static readonly RuleChange None = new(
        Enabled: null,
        Severity: null,
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        Source: null
    );
}

/// <summary>What to judge by: rules, thresholds, severities, and how high each role stands.</summary>
/// <param name="Name">Such as <c>best-practices</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="BeyondThePractice">False: rules that the document does not ask for are off, those about coverage aside.</param>
/// <param name="MaxWaiverDays">A waiver that expires later than this after TakenAt covers nothing.</param>
/// <param name="Rules">By rule id.</param>
/// <param name="Hash">SHA-256 of the profile as shipped, 64 hex digits.</param>
public sealed record Profile(
    string Name,
    string Title,
    bool BeyondThePractice,
    int MaxWaiverDays,
    RoleTiers Roles,
    ImmutableSortedDictionary<string, RuleChange> Rules,
    string Hash
)
{
    /// <summary>Rules that <see cref="Rules"/> does not name are off, those about coverage aside.</summary>
    public bool OnlyListed { get; init; }
}
