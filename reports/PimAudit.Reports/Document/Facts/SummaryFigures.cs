using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>The four key figures.</summary>
internal static class SummaryFigures
{
    public static KeyFigures Of(ReportSource source)
    {
        var result = source.Result;
        ImmutableArray<Finding> heavy = [.. source.Open.Where(finding => finding.Severity >= Severity.High)];
        var off = Outcomes.Count(result, RuleOutcome.Off);
        return new([
            new(Digits.Of(source.Open.Length), "", "open findings,", Added(result, source.Open)),
            new(Digits.Of(heavy.Length), "", "critical or high,", Added(result, heavy)),
            new(
                Digits.Of(Outcomes.Evaluated(result)),
                $"/ {Digits.Of(Outcomes.On(result))}",
                "rules evaluated,",
                off == 0 ? "none switched off" : $"{Digits.Of(off)} switched off"
            ),
            Passing(result),
        ]);
    }

    private static KeyFigure Passing(AuditResult result)
    {
        var (pass, fail) = (Outcomes.Count(result, RuleOutcome.Pass), Outcomes.Count(result, RuleOutcome.Fail));
        return pass + fail == 0
            ? new("–", "", "of judged rules pass,", "none was judged")
            : new(
                Digits.Of((int)Math.Floor(100.0 * pass / (pass + fail))),
                "%",
                "of judged rules pass,",
                $"{Digits.Of(pass)} of {Digits.Of(pass + fail)}"
            );
    }

    private static string Added(AuditResult result, ImmutableArray<Finding> findings) =>
        !Outcomes.IsCompared(result) ? "first run"
        : findings.Count(finding => finding.Status is FindingStatus.New) is > 0 and var count
            ? $"{Digits.Of(count)} of them new"
        : "none of them new";
}
