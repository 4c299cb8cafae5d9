using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What one rule said, before waivers.</summary>
/// <param name="Missing">Why the rule as a whole could not be evaluated, part by part; empty when it ran or is off.</param>
internal sealed record RuleVerdict(
    PlannedRule Planned,
    ImmutableArray<Judgement> Judgements,
    ImmutableArray<Gap> Missing
)
{
    private readonly HashSet<SnapshotParts> blindFor =
    [
        .. Missing.Select(gap => gap.Part),
        .. Judgements.OfType<Judgement.Blind>().Select(judgement => judgement.Gap.Part),
    ];

    /// <summary>The part that the collection left out on purpose, so that the rule is off although the profile wants it; else null.</summary>
    public Gap? SwitchedOff { get; init; }

    public bool IsOn => Planned.IsOn && SwitchedOff is null;

    /// <summary>The first reason why the rule could not be evaluated; null when it ran.</summary>
    public Gap? Gap => Missing.FirstOrDefault();

    public ImmutableArray<Judgement.Breaks> Breaks { get; } = [.. Judgements.OfType<Judgement.Breaks>()];

    public ImmutableArray<Judgement.Blind> Blind { get; } = [.. Judgements.OfType<Judgement.Blind>()];

    public IEnumerable<Judgement.Meets> Meets => Judgements.OfType<Judgement.Meets>();

    /// <summary>The rule could say less than it should for want of this part.</summary>
    public bool IsBlindFor(SnapshotParts part) => blindFor.Contains(part);
}
