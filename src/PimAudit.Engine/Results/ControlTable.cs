using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Names beside each rule the controls that its outcome is evidence for.</summary>
internal static class ControlTable
{
    public static ImmutableArray<RuleResult> With(
        ImmutableArray<RuleResult> rules,
        ImmutableArray<ControlMapping> mappings
    )
    {
        var byRule = mappings
            .SelectMany(mapping => mapping.Rules.Select(rule => (Rule: rule, mapping.Control)))
            .ToLookup(pair => pair.Rule, pair => pair.Control, StringComparer.Ordinal);
        return [.. rules.Select(rule => rule with { Controls = [.. byRule[rule.Id]] })];
    }
}
