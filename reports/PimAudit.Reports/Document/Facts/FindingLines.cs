using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Findings in a cell of a table: mark, rule and what was seen, the heaviest first.</summary>
internal static class FindingLines
{
    private const int Most = 3;

    public static Rich Of(ImmutableArray<Finding> ranked)
    {
        if (ranked.IsEmpty)
            return Rich.Of("none", Tone.Quiet);

        var lines = ranked.Take(Most).Select(Line).ToList();
        if (ranked.Length > Most)
            lines.Add(Rich.Of($"and {Digits.Of(ranked.Length - Most)} more", Tone.Quiet));
        return Rich.Stack([.. lines]);
    }

    private static Rich Line(Finding finding) =>
        finding.Status is FindingStatus.Waived
            ? Rich.Line(
                new OutcomeRun(RuleOutcome.Waived, IsNamed: false),
                new TextRun(finding.RuleId),
                new TextRun(" waived", Tone.Quiet)
            )
            : Rich.Line(
                new SeverityRun(finding.Severity, IsNamed: false),
                new TextRun(finding.RuleId),
                new TextRun($" {finding.Observed}", Tone.Quiet)
            );
}
