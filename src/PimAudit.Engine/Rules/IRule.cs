namespace PimAudit.Engine;

/// <summary>One line of the catalogue: what it needs, and what it says about each subject.</summary>
/// <remarks>
/// A rule is stateless. The engine does not run it when a part that it needs is missing as a whole; where a part is missing for
/// some objects, the rule says <see cref="Judgement.Blind"/> about those and judges the others.
/// </remarks>
public interface IRule
{
    RuleInfo Info { get; }

    /// <summary>One judgement for each subject looked at, those that meet the rule included.</summary>
    IEnumerable<Judgement> Evaluate(RuleContext context);
}
