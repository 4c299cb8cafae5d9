using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What one rule said, before waivers.</summary>
/// <param name="Gap">Why the rule as a whole could not be evaluated; null when it ran.</param>
internal sealed record RuleVerdict(PlannedRule Planned, ImmutableArray<Judgement> Judgements, Gap? Gap)
{
    public IEnumerable<Judgement.Breaks> Breaks => Judgements.OfType<Judgement.Breaks>();

    public IEnumerable<Judgement.Blind> Blind => Judgements.OfType<Judgement.Blind>();

    public IEnumerable<Judgement.Meets> Meets => Judgements.OfType<Judgement.Meets>();

    /// <summary>The rule could say less than it should for want of this part.</summary>
    public bool IsBlindFor(SnapshotParts part) =>
        Gap is { } gap ? gap.Part == part : Blind.Any(judgement => judgement.Gap.Part == part);
}
