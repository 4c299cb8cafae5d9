using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>A finding in a row, below the title of its rule.</summary>
internal sealed class FindingRows(float width)
{
    private const int MostLines = 6;
    private const float Indent = 12;

    private readonly Table table = new(
        width,
        new("Finding", 0, width * 0.5f),
        new("Observed", width * 0.515f, width * 0.345f),
        new("Status", width * 0.875f, width * 0.125f)
    );

    public Piece Heads() => table.Heads();

    /// <summary>The rule, and once for all its rows what was observed and what is expected, where that is the same.</summary>
    public Piece Rule(RuleShare rule)
    {
        var first = rule.Shown[0];
        var count = rule.Shown.Length + rule.Left;
        Span[] words =
        [
            new(first.RuleId, Styles.Table.Bold),
            new($"  {first.RuleName}", Styles.Table),
            new(
                rule.Left == 0 ? "" : $"  {Figures.Text(rule.Shown.Length)} of {Figures.Text(count)} shown",
                Styles.Small.Label
            ),
        ];
        return Piece
            .Stack(
                Text.Of(words, width - 8, 1),
                rule.IsObservedAlike ? Common("observed of each", first.Observed) : Piece.Nothing,
                rule.IsExpectedAlike ? Common("expected", first.Expected) : Piece.Nothing
            )
            .Inset(4, 3, 4)
            .Behind((pen, x, y, height) => pen.Rectangle(new(x, y, width, height), Palette.Wash));
    }

    public Piece Row(Finding finding, RuleShare rule) => rule.IsObservedAlike ? Brief(finding) : Whole(finding, rule);

    /// <summary>Where the rule says what was observed: the subject, over both columns, and its id.</summary>
    private Piece Brief(Finding finding)
    {
        var room = table.Columns[1].X + Width(1) - Indent;
        var title = Text.Shorten(finding.Title, Styles.Table.Bold, room, most: 2);
        Span[] line = [new($"{title}   ", Styles.Table.Bold), .. Id(finding)];
        return table.Row(
            Marked(finding, Piece.Stack(Text.Of(line, room, 3), Way(finding, room))),
            Piece.Nothing,
            Text.Of(
                [new($"{Outcomes.Status(finding)}  ", Styles.Table), new(finding.ShortId, Styles.Smallest.Label.Id)],
                Width(2),
                3
            )
        );
    }

    /// <summary>The one finding of a rule: what would be the rule's own line stands in its row.</summary>
    public Piece Lone(Finding finding)
    {
        var room = Width(0) - Indent;
        Span[] rule = [new($"{finding.RuleId} ", Styles.Small.Bold), new(finding.RuleName, Styles.Small.Label)];
        return table.Row(
            Marked(finding, Piece.Stack(Text.Of(rule, room, 1), Sentence(finding, room))),
            Piece.Stack(Text.Name(finding.Observed, Styles.Table, Width(1), MostLines), Expected(finding)),
            Status(finding)
        );
    }

    private Piece Whole(Finding finding, RuleShare rule) =>
        table.Row(
            Marked(finding, Sentence(finding, Width(0) - Indent)),
            Piece.Stack(
                Text.Name(finding.Observed, Styles.Table, Width(1), MostLines),
                rule.IsExpectedAlike ? Piece.Nothing : Expected(finding)
            ),
            Status(finding)
        );

    private Piece Expected(Finding finding) =>
        Text.Name($"expected: {finding.Expected}", Styles.Small.Label, Width(1), MostLines);

    private Piece Status(Finding finding) =>
        Piece.Stack(
            Text.Of(Outcomes.Status(finding), Styles.Table, Width(2), 3),
            Text.Of(finding.ShortId, Styles.Smallest.Label.Id, Width(2), 1)
        );

    public Piece More(RuleShare rule) =>
        Table.Lined(Furnishing.More(rule.Left, "Findings", width, rule.Shown[0].RuleId), width);

    private static Piece Marked(Finding finding, Piece sentence) =>
        Piece.Beside((0, Marks.Piece(finding.Severity, Styles.Table, 7)), (Indent, sentence));

    /// <summary>The sentence, which names the subject, over its id: an id never wraps, so it gets a line of its own.</summary>
    private static Piece Sentence(Finding finding, float room) =>
        Piece.Stack(
            Text.Name(finding.Title, Styles.Table.Bold, room, most: 3),
            Text.Of([.. Id(finding)], room, 2),
            Way(finding, room)
        );

    /// <summary>In words, of one that would be drawn if there were room for its card.</summary>
    private static Piece Way(Finding finding, float room) =>
        finding.Path.IsEmpty || finding.Severity < Severity.High
            ? Piece.Nothing
            : Text.Name(
                string.Join(" → ", finding.Path.Select(hop => hop.From.Label).Append(finding.Path[^1].To.Label)),
                Styles.Small.Label,
                room,
                most: 3
            );

    private static IEnumerable<Span> Id(Finding finding) =>
        [
            new($"{Words.Kind(finding.Subject.Kind)} ", Styles.Smallest.Label),
            new(finding.Subject.Id, Styles.Smallest.Label.Id),
        ];

    private Piece Common(string label, string words) => Text.Name($"{label}: {words}", Styles.Small.Label, width - 8);

    private float Width(int column) => table.Columns[column].Width;
}
