namespace PimAudit.Engine;

/// <summary>One line of the catalogue: what it needs, and what it says about each subject.</summary>
/// <remarks>
/// A rule is stateless. The engine does not run it when a part that it needs is missing as a whole; where a part is missing for
/// some objects, the rule says <see cref="Judgement.Blind"/> about those and judges the others.
/// </remarks>
public interface IRule
{
    RuleInfo Info { get; }

    /// <summary>The fault, as waivers and configurations write it: the name of the class, or what a rule of one's own gives.</summary>
    string Name => GetType().Name;

    /// <summary>One judgement for each subject looked at, those that meet the rule included.</summary>
    IEnumerable<Judgement> Evaluate(RuleContext context);
}
