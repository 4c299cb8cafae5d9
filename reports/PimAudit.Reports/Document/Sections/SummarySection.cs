using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>Everything on one page: verdict, figures, severities, trend, coverage, the practice, decisions.</summary>
internal static class SummarySection
{
    private const float Narrow = 0.66f;
    private const float Half = 0.5f;

    private static readonly ImmutableArray<string> Ordinals = ["No", "One", "Two", "Three"];

    public static Section Of(ReportSource source)
    {
        var result = source.Result;
        return new(
            Anchors.Summary,
            "Summary",
            "What this run says as a whole, and what it asks for.",
            [
                new Beside(
                    new VerdictBlock(Verdict.Of(result), Verdict.Sentences(result)),
                    SummaryFigures.Of(source),
                    Narrow
                ),
                Severities(source),
                new Beside(TrendFacts.Of(source), OutcomeFacts.Of(source), Half),
                new Heading("The practice, line by line"),
                new Beside(
                    Practices("Do", Practice.Judge(result, Practice.Do)),
                    Practices("Do not", Practice.Judge(result, Practice.DoNot)),
                    Half
                ),
                Asked(result),
            ]
        )
        {
            Place = SectionPlace.OnePage,
        };
    }

    private static SeverityChart Severities(ReportSource source)
    {
        var result = source.Result;
        var added = Outcomes.IsCompared(result)
            ? source.Open.Where(finding => finding.Status is FindingStatus.New).ToLookup(finding => finding.Severity)
            : null;
        return new(
            "Open findings by severity",
            [
                .. Outcomes.Severities.Select(severity => new SeverityCount(
                    severity,
                    Outcomes.Count(result, severity),
                    added?[severity].Count()
                )),
            ],
            Outcomes.Evaluated(result) == 0
                ? "No rule was evaluated; the empty bar says nothing about the tenant."
                : $"No open findings among the {Say.Count(Outcomes.Evaluated(result), "rule")} evaluated."
        );
    }

    private static DataTable Practices(string title, ImmutableArray<PracticeState> lines) =>
        new(Title: null, [new(title, 178), new("findings", 54, IsFigure: true)], [.. lines.Select(Line)], "None.")
        {
            IsDense = true,
        };

    private static TableRow Line(PracticeState state) =>
        new([
            Rich.Line(new OutcomeRun(state.Outcome, IsNamed: false), new TextRun(state.Line.Text)),
            state is { Worst: { } worst, Outcome: RuleOutcome.Fail }
                ? Rich.Line(new TextRun($"{Digits.Of(state.Findings)} "), new SeverityRun(worst, IsNamed: false))
                : Rich.Of(Say.Word(state.Outcome)),
        ]);

    private static DecisionList Asked(AuditResult result)
    {
        var asked = Decisions.Of(result);
        return new(
            asked.Length switch
            {
                0 => "No decision is asked for",
                1 => "One decision we ask for",
                _ => $"{Ordinals[asked.Length]} decisions we ask for",
            },
            [.. asked.Select(decision => new AskedDecision(decision.What, decision.Who))]
        );
    }
}
