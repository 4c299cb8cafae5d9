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
            return new(planned, [.. planned.Rule.Evaluate(new(facts, planned.Parameters))], []);
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
