using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>What was read, how completely, and which rules stay blind.</summary>
internal static class CoveragePage
{
    private static readonly Table Cures = new(
        Blocks.Width,
        new("Rules", 0, 96),
        new("Why", 108, 216),
        new("Cure", 336, 163)
    );

    private static readonly Table Parts = new(
        Blocks.Width,
        new("Part", 0, 102),
        new("Request", 104, 210),
        new("Pages", 312, 28, Align.Right),
        new("Rows", 344, 32, Align.Right),
        new("State", 390, 109)
    );

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Section("Coverage", Anchors.Coverage);
        flow.Add(
            Blocks.Opening(
                "Coverage",
                "What was read, how completely, and which rules stay blind. An unread part is never counted as a pass."
            )
        );
        flow.Add(Figure(context.Result));

        var gaps = CoverageGaps.Of(context.Result);
        var heading = Blocks.Heading("Not evaluated, and the cure");
        flow.Table(Cures.Head("Not evaluated", heading), [.. gaps.Select(gap => new FlowRow(Gap(gap)))], before: 18);
        if (gaps.IsEmpty)
            flow.Add(
                Piece.Stack(heading, Blocks.Sentence("Every rule of the profile could be evaluated.")),
                before: 18
            );

        var read = Blocks.Heading("What was read");
        flow.Table(
            Parts.Head("What was read", read),
            [.. context.Result.Coverage.Select(row => new FlowRow(Part(row)))],
            before: 18
        );
        if (context.Result.Coverage.IsEmpty)
            flow.Add(Piece.Stack(read, Blocks.Sentence("The result records no part of the snapshot.")), before: 18);
        flow.AtFoot(Reader(context.Result.Snapshot.Collection));
    }

    private static Piece Figure(AuditResult result)
    {
        var counts = OutcomesBlock.Counts(result);
        var legend = new List<Span>();
        foreach (var (outcome, count) in counts.Where(item => item.Count > 0 || item.Outcome is not RuleOutcome.Waived))
        {
            legend.Add(Marks.Of(outcome, Styles.Small, 7));
            legend.Add(new($"  {Figures.Text(count)}", Styles.Small.Bold));
            legend.Add(new($" {Say.Word(outcome)}   ", Styles.Small));
        }

        var (evaluated, on) = (Outcomes.Evaluated(result), Outcomes.On(result));
        var percent = on == 0 ? 0 : evaluated * 100 / on;
        return Piece.Beside(
            (0, Piece.Stack(Bars.Outcomes(counts, 262).Inset(0, 6), Text.Of(legend, 288, 2))),
            (
                300,
                Text.Of(
                    [new(Figures.Text(evaluated), Styles.Figure), new($" / {Figures.Text(on)}", Styles.Body.Label)],
                    72,
                    1
                )
            ),
            (
                370,
                Piece.Stack(
                    Text.Of($"rules evaluated ({Figures.Text(percent)} %).", Styles.Table, 129, 1),
                    Text.Of($"{Outcomes.PartsRead(result)}.", Styles.Table.Label, 129, 2)
                )
            )
        );
    }

    private static Piece Gap(CoverageGap gap) =>
        Cures.Row(
            Piece.Beside(
                (0, Marks.Piece(RuleOutcome.NotEvaluated, Styles.Table, 7)),
                (
                    12,
                    Piece.Stack(
                        Text.Of(gap.Rules, Styles.Table.Bold, 84, 5),
                        Text.Of(gap.What, Styles.Table.Label, 84, 2)
                    )
                )
            ),
            Text.Name(gap.Why, Styles.Table, Cures.Columns[1].Width, most: 9),
            Text.Name(gap.Cure, Styles.Table, Cures.Columns[2].Width, most: 9)
        );

    private static Piece Part(CoverageRow row)
    {
        var isComplete = row.Status is PartStatus.Complete;
        var outcome = row.Status switch
        {
            PartStatus.Complete => RuleOutcome.Pass,
            PartStatus.NotAsked => RuleOutcome.NotApplicable,
            _ => RuleOutcome.NotEvaluated,
        };
        var detail = row.Gaps.IsEmpty ? "" : $"  {Say.Count(row.Gaps.Length, "object")} missing";
        Span[] state =
        [
            Marks.Of(outcome, Styles.Table, 7),
            new($"  {Say.Word(row.Status)}", isComplete ? Styles.Table : Styles.Table.Bold),
            new(detail, Styles.Smallest.Label),
        ];
        var request = row.Request.StartsWith("GET ", StringComparison.Ordinal) ? row.Request[4..] : row.Request;
        return Parts.Row(
            Parts.Cell(0, PartNames.Of(row.Part), Styles.Table, 2),
            Parts.Cell(1, request.Length == 0 ? "–" : request, Styles.Smallest.Label, 2),
            Parts.Cell(2, Figures.Text(row.Pages), Styles.Table, 1),
            Parts.Cell(3, isComplete || row.Rows > 0 ? Figures.Text(row.Rows) : "–", Styles.Table, 1),
            Text.Of(state, Parts.Columns[4].Width, 2)
        );
    }

    private static Piece Reader(CollectionRecord collection)
    {
        var permissions = collection.Permissions.IsEmpty
            ? "The token does not say which permissions it holds."
            : $"Permissions seen: {string.Join(", ", collection.Permissions)}.";
        var reader = Words.Reader(collection) is { } identity
            ? $"Read as {identity}"
            : "Read with a token that does not name its holder";
        return Piece.Stack(
            Piece.Rule(Blocks.Width, 0.75f, Palette.Ink),
            Text.Of(
                    $"{reader}, from {collection.Endpoint} in {Say.Count(collection.Requests, "request")}. "
                        + "Writes none: the client refuses anything but read requests.",
                    Styles.Small.Label,
                    Blocks.Width,
                    3
                )
                .Inset(4),
            Text.Of(permissions, Styles.Small.Label, Blocks.Width, 3)
        );
    }
}
