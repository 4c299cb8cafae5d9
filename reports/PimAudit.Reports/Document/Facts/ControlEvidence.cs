using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>A control of another framework with the rules whose outcomes are evidence for it.</summary>
/// <param name="Rules">With the relation of each to the control.</param>
internal sealed record ControlEvidence(
    ControlReference Control,
    ImmutableArray<(RuleResult Rule, string Relation)> Rules
)
{
    /// <summary>By framework and control, ordinal, whatever rules name them.</summary>
    public static ImmutableArray<ControlEvidence> Of(AuditResult result) =>
        [
            .. result
                .Rules.SelectMany(rule => rule.Controls.Select(control => (Rule: rule, Control: control)))
                .GroupBy(pair => (pair.Control.Framework, pair.Control.Id))
                .OrderBy(same => same.Key.Framework, StringComparer.Ordinal)
                .ThenBy(same => same.Key.Id, StringComparer.Ordinal)
                .Select(same => new ControlEvidence(
                    same.First().Control,
                    [.. same.Select(pair => (pair.Rule, pair.Control.Relation))]
                )),
        ];
}
