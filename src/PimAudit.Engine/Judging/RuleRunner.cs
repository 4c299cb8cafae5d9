using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Runs rules against what they need. A rule without its data says nothing, which is never a pass.</summary>
internal sealed class RuleRunner(JudgingFacts facts)
{
    public RuleVerdict Run(PlannedRule planned)
    {
        if (!planned.IsOn)
            return new(planned, [], []);
        var missing = MissingParts(planned.Rule.Info);
        if (missing.FirstOrDefault(gap => gap.Reason is MissingReason.SwitchedOff) is { } unwanted)
            return new(planned, [], []) { SwitchedOff = unwanted };
        if (!missing.IsEmpty)
            return new(planned, [], missing);

        try
        {
            ImmutableArray<Judgement> judgements = [.. planned.Rule.Evaluate(new(facts, planned.Parameters))];
            return new(planned, [.. judgements, .. PassedOver(planned.Rule.Info, judgements)], []);
        }
        catch (RuleFaultException fault)
        {
            return new(planned, [], [fault.Gap]);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new(planned, [], [Broken(planned, error)]);
        }
    }

    /// <summary>
    /// Objects of which not even the kind was read, where a rule that needs to know them has said nothing of the kind: it
    /// passed over them, and one may be a group with anybody inside.
    /// </summary>
    private IEnumerable<Judgement> PassedOver(RuleInfo info, ImmutableArray<Judgement> judgements)
    {
        var unresolved = facts.Access.PossibleGroups.ToList();
        if (
            unresolved.Count == 0
            || !info.Needs.HasFlag(SnapshotParts.Principals)
            || judgements.Any(one => one is Judgement.Blind { Gap.Part: SnapshotParts.Principals })
        )
            return [];

        var about = judgements
            .SelectMany(one => SameIdentity.ExtrasOf(one).Prepend(one.Subject))
            .Select(part => part.Key)
            .ToHashSet(StringComparer.Ordinal);
        return unresolved
            .Where(spot => !about.Contains(spot.Subject.Key))
            .Select(spot => new Judgement.Blind(spot.Subject, spot.Gap));
    }

    private ImmutableArray<Gap> MissingParts(RuleInfo info)
    {
        var needs = RuleNeeds.Of(info, facts.Access.Snapshot.HasPim);
        return
        [
            .. Enum.GetValues<SnapshotParts>()
                .Where(part => part is not SnapshotParts.None && needs.HasFlag(part))
                .Select(part => facts.Access.Snapshot.Collection.GapOf(part))
                .OfType<Gap>(),
        ];
    }

    /// <summary>A fault of ours must not look like a clean tenant.</summary>
    private static Gap Broken(PlannedRule planned, Exception error) =>
        new(
            SnapshotParts.None,
            MissingReason.Malformed,
            $"{planned.Name} failed on this snapshot: {error.GetType().Name}. {error.Message}"
        );
}
