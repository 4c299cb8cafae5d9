using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Findings in a cell of a table: mark, rule and what was seen, the heaviest first.</summary>
internal static class FindingLines
{
    private const int Most = 3;

    /// <param name="result">Where a rule could not judge everything, no finding is none that was seen.</param>
    public static Rich Of(AuditResult result, ImmutableArray<Finding> ranked)
    {
        if (ranked.IsEmpty)
            return Rich.Of(Outcomes.IsComplete(result) ? "none" : "none seen", Tone.Quiet);

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
