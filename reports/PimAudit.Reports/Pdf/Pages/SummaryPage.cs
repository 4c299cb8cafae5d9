using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>Everything on one page: verdict, figures, severities, coverage, the practice line by line, decisions.</summary>
internal static class SummaryPage
{
    private const float Left = 306;
    private const float Right = 330;

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Section("Summary", Anchors.Summary);
        foreach (var block in Fitting(context, flow.Remaining))
            flow.Add(block);
    }

    /// <summary>The roomiest setting that fits one page; long names cost lines, never a second page.</summary>
    private static IReadOnlyList<Piece> Fitting(ReportContext context, float room)
    {
        (int Sentence, int Decision)[] settings = [(3, 3), (3, 2), (3, 1), (2, 1)];
        var blocks = settings.Select(lines => Compose(context, lines.Sentence, lines.Decision)).ToList();
        return blocks.Find(pieces => pieces.Sum(piece => piece.Height) <= room) ?? blocks[^1];
    }

    private static IReadOnlyList<Piece> Compose(ReportContext context, int sentenceLines, int decisionLines) =>
        [
            Piece.Rule(Blocks.Width, 1.5f, Palette.Ink),
            Piece
                .Beside((0, Sentences(context.Result, sentenceLines)), (Right, SummaryFigures.Of(context)))
                .Inset(10, 10),
            Piece.Stack(Blocks.Hairline, Severities(context).Inset(8, 9)),
            Piece.Stack(Blocks.Hairline, TrendAndCoverage(context).Inset(8, 9)),
            Piece.Stack(Blocks.Hairline, PracticeBlock.Of(context.Result).Inset(8, 9)),
            DecisionsBlock.Of(context, decisionLines),
        ];

    private static Piece Sentences(AuditResult result, int most) =>
        Piece.Stack([
            Text.Of(Verdict.Of(result), Styles.PageTitle, Left, 1).Inset(0, 4),
            .. Verdict.Sentences(result).Select(sentence => Text.Name(sentence, Styles.Body, Left, most).Inset(0, 4)),
        ]);

    private static Piece Severities(ReportContext context)
    {
        var counts = Outcomes
            .Severities.Select(severity => (Severity: severity, Count: Outcomes.Count(context.Result, severity)))
            .ToList();
        var added = context
            .Open.Where(finding => finding.Status is FindingStatus.New)
            .ToLookup(finding => finding.Severity);
        var isCompared = Outcomes.IsCompared(context.Result);
        var labels = counts.Select(
            (item, at) =>
                (
                    at * (Blocks.Width / 5),
                    Label(item.Severity, item.Count, isCompared ? Added(added[item.Severity].Count()) : null)
                )
        );
        return Piece.Stack(
            Blocks.Heading("Open findings by severity"),
            Bars.Severities(counts, Blocks.Width).Inset(2, 6),
            counts.All(item => item.Count == 0)
                ? Text.Of(NoFindings(context.Result), Styles.Body, Blocks.Width, 2)
                : Piece.Beside([.. labels])
        );
    }

    private static Piece Label(Severity severity, int count, string? note)
    {
        Span[] words =
        [
            Marks.Of(severity, Styles.Body, 8),
            new($"  {Figures.Text(count)}", Styles.Body.Bold),
            new($" {Say.Word(severity)}", Styles.Body),
        ];
        return Piece.Stack(
            Text.Of(words, 98, 1),
            note is null ? Piece.Nothing : Text.Of(note, Styles.Small.Label, 98, 1)
        );
    }

    private static string Added(int count) => count == 0 ? "none new" : $"{Figures.Text(count)} new";

    private static string NoFindings(AuditResult result) =>
        Outcomes.Evaluated(result) == 0
            ? "No rule was evaluated; the empty bar says nothing about the tenant."
            : $"No open findings among the {Say.Count(Outcomes.Evaluated(result), "rule")} evaluated.";

    private static Piece TrendAndCoverage(ReportContext context) =>
        Piece.Beside((0, Trend(context.Result)), (294, OutcomesBlock.Of(context, Blocks.Width - 294)));

    private static string Of(BaselineInfo? baseline) => baseline is null ? "" : $" of {Say.Day(baseline.TakenAt)}";

    private static Piece Trend(AuditResult result)
    {
        var counts = Outcomes.Compared(result);
        var unconfirmed = counts.NotConfirmed == 0 ? "" : $", {Figures.Text(counts.NotConfirmed)} not confirmed";
        var isFirst = !Outcomes.IsCompared(result);
        return Piece.Stack(
            Text.Of("Trend", Styles.Heading, 250, 1),
            isFirst
                ? Text.Of("First run", Styles.Small.Label, 250, 1).Inset(2, 8)
                : Text.Of($"Against the baseline{Of(result.Baseline)}", Styles.Small.Label, 250, 1).Inset(2, 8),
            Text.Of(
                isFirst
                    ? "No earlier run stands in this result, so there is no trend to draw."
                    : $"{Say.Count(counts.New, "finding")} new, {Say.Count(counts.Resolved, "finding")} resolved{unconfirmed}. A trend is drawn once earlier runs "
                        + "stand in the result.",
                Styles.Dense,
                250
            )
        );
    }
}

/// <summary>The four key figures.</summary>
internal static class SummaryFigures
{
    private const float Width = 169;

    public static Piece Of(ReportContext context)
    {
        var result = context.Result;
        ImmutableArray<Finding> heavy = [.. context.Open.Where(finding => finding.Severity >= Severity.High)];
        var (pass, fail) = (Outcomes.Count(result, RuleOutcome.Pass), Outcomes.Count(result, RuleOutcome.Fail));
        var off = Outcomes.Count(result, RuleOutcome.Off);
        Piece[] rows =
        [
            Row(Figures.Text(context.Open.Length), "", "open findings,", Added(result, context.Open)),
            Row(Figures.Text(heavy.Length), "", "critical or high,", Added(result, heavy)),
            Row(
                Figures.Text(Outcomes.Evaluated(result)),
                $"/ {Figures.Text(Outcomes.On(result))}",
                "rules evaluated,",
                off == 0 ? "none switched off" : $"{Figures.Text(off)} switched off"
            ),
            pass + fail == 0
                ? Row("–", "", "of judged rules pass,", "none was judged")
                : Row(
                    Figures.Text((int)Math.Floor(100.0 * pass / (pass + fail))),
                    "%",
                    "of judged rules pass,",
                    $"{Figures.Text(pass)} of {Figures.Text(pass + fail)}"
                ),
        ];
        return Piece.Stack([
            .. rows.SelectMany((row, at) => at == 0 ? [row] : new[] { Piece.Rule(Width, 0.5f, Palette.Line), row }),
        ]);
    }

    private static string Added(AuditResult result, ImmutableArray<Finding> findings) =>
        !Outcomes.IsCompared(result) ? "first run"
        : findings.Count(finding => finding.Status is FindingStatus.New) is > 0 and var count
            ? $"{Figures.Text(count)} of them new"
        : "none of them new";

    private static Piece Row(string figure, string unit, string label, string note)
    {
        Span[] large =
            unit.Length == 0
                ? [new(figure, Styles.Figure)]
                : [new(figure, Styles.Figure), new($" {unit}", Styles.Body.Label)];
        return Piece
            .Beside(
                (0, Text.Of(large, 66, 1)),
                (
                    64,
                    Piece
                        .Stack(Text.Of(label, Styles.Table, 105, 1), Text.Of(note, Styles.Table.Label, 105, 1))
                        .Inset(2)
                )
            )
            .Inset(5, 5);
    }
}
