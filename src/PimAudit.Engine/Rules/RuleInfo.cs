using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What is fixed about a rule. Its name is the name of its class: the fault.</summary>
/// <param name="Id">Such as <c>PIM204</c>; stable for ever.</param>
/// <param name="Title">The fault in a phrase without subject, without full stop.</param>
/// <param name="Severity">The heaviest that the rule gives by default.</param>
/// <param name="Practice">Lines of the practice that it enforces, such as <c>DO-4, DONT-5</c>, or <c>ext</c>.</param>
/// <param name="Why">Why the fault matters, at most 45 words.</param>
/// <param name="Needs">Parts without which the rule cannot be evaluated at all.</param>
public sealed record RuleInfo(
    string Id,
    string Title,
    Severity Severity,
    string Practice,
    string Why,
    SnapshotParts Needs
)
{
    public const string BeyondThePractice = "ext";

    private readonly string? source;

    /// <summary>Where the expectation comes from: the lines of the practice, unless the rule names another source.</summary>
    public string Source
    {
        get => source ?? PracticeLines.Cite(Practice);
        init => source = value;
    }

    public ImmutableArray<RuleParameter> Parameters { get; init; } = [];

    /// <summary>
    /// Parts beside <see cref="Needs"/> that name what the rule judges: it can do without them only where they would name
    /// nobody, which is known when the part was read.
    /// </summary>
    public SnapshotParts LeansOn { get; init; }

    /// <summary>
    /// True when a tenant without PIM's licence can be judged from the parts that need no licence: there every assignment
    /// is standing and permanent and nobody is eligible.
    /// </summary>
    public bool JudgesWithoutPim { get; init; }

    /// <summary>True for a rule about the waivers themselves: evaluated when it is known what all other rules found.</summary>
    public bool JudgesWaivers { get; init; }

    /// <summary>SHA-256 of a definition that the user wrote, 64 hex digits; null for a rule that ships.</summary>
    public string? Definition { get; init; }

    /// <summary>The definition cannot be used: the rule is listed and never evaluated, whatever its parameters are.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Coverage rules speak about the evidence itself: always on, evaluated after the others.</summary>
    public bool IsAboutCoverage => Id.StartsWith("PIM9", StringComparison.Ordinal);
}
