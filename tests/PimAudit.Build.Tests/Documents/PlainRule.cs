using PimAudit.Engine;

namespace PimAudit.Build.Tests;

/// <summary>A rule that says what it is and judges nothing.</summary>
internal sealed class PlainRule(RuleInfo info) : IRule
{
    public RuleInfo Info => info;

    public IEnumerable<Judgement> Evaluate(RuleContext context) => [];
}
