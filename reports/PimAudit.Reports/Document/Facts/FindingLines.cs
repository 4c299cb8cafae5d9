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

        var alike = ranked.GroupBy(finding => (finding.RuleId, finding.Observed, finding.Status)).ToList();
        var lines = alike.Take(Most).Select(same => Line(same.First(), same.Count())).ToList();
        if (alike.Skip(Most).Sum(same => same.Count()) is > 0 and var more)
            lines.Add(Rich.Of($"and {Digits.Of(more)} more", Tone.Quiet));
        return Rich.Stack([.. lines]);
    }

    private static Rich Line(Finding finding, int count)
    {
        var times = count == 1 ? "" : $" ({Digits.Of(count)} times)";
        return finding.Status is FindingStatus.Waived
            ? Rich.Line(
                new OutcomeRun(RuleOutcome.Waived, IsNamed: false),
                new TextRun(finding.RuleId),
                new TextRun($"{times} waived", Tone.Quiet)
            )
            : Rich.Line(
                new SeverityRun(finding.Severity, IsNamed: false),
                new TextRun(finding.RuleId),
                new TextRun($"{times} {finding.Observed}", Tone.Quiet)
            );
    }
}
