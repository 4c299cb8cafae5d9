using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>What became of the rules: a bar, and below it every outcome that occurs.</summary>
internal static class OutcomesBlock
{
    private static readonly RuleOutcome[] Order =
    [
        RuleOutcome.Pass,
        RuleOutcome.Fail,
        RuleOutcome.Waived,
        RuleOutcome.NotApplicable,
        RuleOutcome.NotEvaluated,
    ];

    public static IReadOnlyList<(RuleOutcome Outcome, int Count)> Counts(AuditResult result) =>
        [.. Order.Select(outcome => (outcome, Outcomes.Count(result, outcome)))];

    public static Piece Of(ReportContext context, float width)
    {
        var counts = Counts(context.Result);
        var profile = context.Result.Profiles.FirstOrDefault()?.Name ?? "none";
        var rows = counts
            .Where(item => item.Count > 0 || item.Outcome is not RuleOutcome.Waived)
            .Select(item => Row(context, item.Outcome, item.Count, width));
        return Piece.Stack([
            Text.Of($"Coverage of {Say.Count(Outcomes.On(context.Result), "rule")}", Styles.Heading, width, 1),
            Text.Of($"Profile {profile}", Styles.Small.Label, width, 1).Inset(2, 5),
            Bars.Outcomes(counts, width).Inset(0, 2),
            .. rows,
        ]);
    }

    private static Piece Row(ReportContext context, RuleOutcome outcome, int count, float width)
    {
        var note = (outcome, count) switch
        {
            (RuleOutcome.NotApplicable, > 0) => "nothing to judge",
            (RuleOutcome.NotEvaluated, > 0) => $"evidence missing, page {context.Flow.Index[Anchors.Coverage]}",
            (RuleOutcome.Waived, > 0) => "under dated exceptions",
            _ => "",
        };
        Span[] words = [new(Say.Word(outcome), Styles.Table), new($"  {note}", Styles.Smallest.Label)];
        return Table.Lined(
            Piece
                .Beside(
                    (0, Marks.Piece(outcome, Styles.Table, 7)),
                    (14, Text.Of(words, width - 40, 1)),
                    (width - 26, Text.Of(Figures.Text(count), Styles.Table.Bold, 26, 1, Align.Right))
                )
                .Inset(2.8f, 2.4f),
            width
        );
    }
}

/// <summary>The eleven lines of the document.</summary>
internal static class PracticeBlock
{
    private const float Width = 238;

    public static Piece Of(AuditResult result) =>
        Piece.Stack(
            Blocks.Heading("The practice, line by line"),
            Piece.Beside(
                (0, Column("Do", Practice.Judge(result, Practice.Do))),
                (Blocks.Width - Width, Column("Do not", Practice.Judge(result, Practice.DoNot)))
            )
        );

    private static Piece Column(string title, ImmutableArray<PracticeState> lines) =>
        Piece.Stack([
            Piece.Beside(
                (0, Text.Of(title, Styles.TableHead, 100, 1)),
                (Width - 130, Text.Of("findings, worst severity", Styles.Smallest.Label, 130, 1, Align.Right))
            ),
            Piece.Gap(3),
            Piece.Rule(Width, 0.75f, Palette.Ink),
            .. lines.Select(Row),
        ]);

    private static Piece Row(PracticeState state)
    {
        var right =
            state.Worst is { } worst && state.Outcome is RuleOutcome.Fail
                ? new List<Span>
                {
                    new($"{Figures.Text(state.Findings)} ", Styles.Table),
                    Marks.Of(worst, Styles.Table, 7),
                }
                : [new(Say.Word(state.Outcome), Styles.Table)];
        return Table.Lined(
            Piece
                .Beside(
                    (0, Marks.Piece(state.Outcome, Styles.Table, 7)),
                    (14, Text.Of(state.Line.Text, Styles.Table, Width - 74, 1)),
                    (Width - 60, Text.Of(right, 60, 1, Align.Right))
                )
                .Inset(2.9f, 2.6f),
            Width
        );
    }
}

/// <summary>Up to three decisions: the two gravest matters and the gravest gap, or the three gravest matters.</summary>
internal static class DecisionsBlock
{
    private const int Most = 3;

    public static Piece Of(ReportContext context, int lines)
    {
        var gap = context
            .Result.Coverage.Where(row => row.Cure is not null && row.BlindRules.Length > 0)
            .MaxBy(row => row.BlindRules.Length);
        var asked = context
            .Open.DistinctBy(finding => finding.RuleId, StringComparer.Ordinal)
            .Take(gap is null ? Most : Most - 1)
            .Select(finding => (What: Demand(finding), Who: finding.Owner ?? "no owner named"))
            .ToList();
        if (gap is not null)
            asked.Add((gap.Cure!, "whoever runs the audit"));

        var title = asked.Count switch
        {
            0 => "No decision is asked for",
            1 => "One decision we ask for",
            _ => $"{(asked.Count == 2 ? "Two" : "Three")} decisions we ask for",
        };
        return Piece.Stack([
            Piece.Rule(Blocks.Width, 1.5f, Palette.Ink),
            Blocks.Heading(title).Inset(7),
            .. asked.Select((item, at) => Row(at + 1, item.What, item.Who, lines)),
        ]);
    }

    private static string Demand(Finding finding) =>
        finding.Fix.Steps.IsEmpty ? $"{finding.Title}." : $"{finding.Title}. {finding.Fix.Steps[0]}";

    private static Piece Row(int number, string what, string who, int lines) =>
        Table.Lined(
            Piece
                .Beside(
                    (0, Text.Of(Figures.Text(number), Styles.Table.Bold, 12, 1)),
                    (18, Text.Name(what, Styles.Table, 366, lines)),
                    (Blocks.Width - 100, Text.Name(who, Styles.Table.Label, 100, most: 1, Align.Right))
                )
                .Inset(3.2f, 2.8f),
            Blocks.Width
        );
}
