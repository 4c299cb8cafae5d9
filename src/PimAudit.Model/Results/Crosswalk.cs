using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>One rule under one profile.</summary>
/// <param name="Profile">Its name.</param>
/// <param name="Outcome">Waived only under the primary profile: waivers are the primary's alone.</param>
/// <param name="Severity">The heaviest that the rule can give under this profile.</param>
/// <param name="Parameters">Thresholds used, in words, by name.</param>
/// <param name="Findings">Findings, waived ones included.</param>
/// <param name="Blind">Subjects that could not be judged.</param>
/// <param name="Source">Where the expectation comes from under this profile.</param>
/// <param name="Differs">What another source asks instead; null where the profile knows of none.</param>
public sealed record ProfileVerdict(
    string Profile,
    RuleOutcome Outcome,
    Severity Severity,
    ImmutableSortedDictionary<string, string> Parameters,
    int Findings,
    int Blind,
    string Source,
    string? Differs
);

/// <summary>One rule under each profile of a run.</summary>
/// <param name="Alike">Outcome, severity, thresholds and counts are the same under all of them.</param>
/// <param name="Verdicts">In the order of the profiles: the first is the primary's.</param>
public sealed record CrosswalkRow(
    string RuleId,
    string RuleName,
    string Title,
    bool Alike,
    ImmutableArray<ProfileVerdict> Verdicts
);

/// <summary>A control of another framework that a rule's outcome is evidence for. It never proves the control.</summary>
/// <param name="Framework">Such as <c>CISA SCuBA</c>.</param>
/// <param name="Id">As the framework writes it, such as <c>MS.AAD.7.1v1</c>.</param>
/// <param name="Title">In the framework's words.</param>
/// <param name="Relation">Such as <c>supports evidence for</c>.</param>
/// <param name="Url">Of the primary text.</param>
public sealed record ControlReference(string Framework, string Id, string Title, string Relation, string Url);
