using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>What became of the rules: every outcome that occurs, and some that do not.</summary>
internal static class OutcomeFacts
{
    private static readonly ImmutableArray<RuleOutcome> Order =
    [
        RuleOutcome.Pass,
        RuleOutcome.Fail,
        RuleOutcome.Waived,
        RuleOutcome.NotApplicable,
        RuleOutcome.NotEvaluated,
    ];

    public static OutcomeChart Of(ReportSource source)
    {
        var result = source.Result;
        return new(
            $"Coverage of {Say.Count(Outcomes.On(result), "rule")}",
            $"Profile {source.Profile}",
            [
                .. Order
                    .Select(outcome => (Outcome: outcome, Count: Outcomes.Count(result, outcome)))
                    .Where(item => item.Count > 0 || item.Outcome is not RuleOutcome.Waived)
                    .Select(item => new OutcomeCount(item.Outcome, item.Count, Note(item.Outcome, item.Count))),
            ],
            Outcomes.Evaluated(result),
            Outcomes.On(result),
            $"{Outcomes.PartsRead(result)}."
        );
    }

    private static Rich Note(RuleOutcome outcome, int count) =>
        (outcome, count) switch
        {
            (RuleOutcome.NotApplicable, > 0) => "nothing to judge",
            (RuleOutcome.Waived, > 0) => "under dated exceptions",
            (RuleOutcome.NotEvaluated, > 0) => Rich.Line(
                new TextRun("evidence missing, see "),
                new LinkRun("Coverage", Anchors.Coverage)
            ),
            _ => Rich.Nothing,
        };
}
