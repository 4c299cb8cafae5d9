using PimAudit.Engine;

namespace PimAudit.Benchmarks;

/// <summary>A rule with the time that it took, all of its judgements made.</summary>
internal sealed class TimedRule(IRule rule) : IRule
{
    public RuleInfo Info => rule.Info;

    public string Name => rule.Name;

    public TimeSpan Passed { get; private set; }

    /// <summary>Of this process, on all processors.</summary>
    public TimeSpan Worked { get; private set; }

    public int Judgements { get; private set; }

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var lap = Lap.Begin();
        var judgements = rule.Evaluate(context).ToList();
        (Passed, Worked, Judgements) = (lap.Passed, lap.Worked, judgements.Count);
        return judgements;
    }
}
