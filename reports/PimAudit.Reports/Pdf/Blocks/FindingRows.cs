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
        new("Subject", 0, width * 0.42f),
        new("Observed", width * 0.435f, width * 0.425f),
        new("Status", width * 0.875f, width * 0.125f)
    );

    public Piece Heads() => table.Heads();

    /// <summary>The rule, and once for all its rows what it expects, where that is the same.</summary>
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
        var expected = rule.IsExpectedAlike
            ? Text.Name($"expected: {first.Expected}", Styles.Small.Label, width - 8)
            : Piece.Nothing;
        return Piece
            .Stack(Text.Of(words, width - 8, 1), expected)
            .Inset(4, 3, 4)
            .Behind((pen, x, y, height) => pen.Rectangle(new(x, y, width, height), Palette.Wash));
    }

    public Piece Row(Finding finding, bool isExpectedAlike) =>
        table.Row(
            Piece.Beside(
                (0, Marks.Piece(finding.Severity, Styles.Table, 7)),
                (Indent, Subject(finding, Width(0) - Indent))
            ),
            Piece.Stack(
                Text.Name(finding.Observed, Styles.Table, Width(1), MostLines),
                isExpectedAlike
                    ? Piece.Nothing
                    : Text.Name($"expected: {finding.Expected}", Styles.Small.Label, Width(1), MostLines)
            ),
            Piece.Stack(
                Text.Of(Outcomes.Status(finding), Styles.Table, Width(2), 3),
                Text.Of(finding.ShortId, Styles.Smallest.Label.Id, Width(2), 1)
            )
        );

    public Piece More(RuleShare rule) =>
        Table.Lined(Furnishing.More(rule.Left, "Findings", width, rule.Shown[0].RuleId), width);

    /// <summary>The name with the role beside it, over the id: an id never wraps, so it gets a line of its own.</summary>
    private static Piece Subject(Finding finding, float room)
    {
        var item = finding.Subject;
        var role =
            finding.Role is { } one && !one.IsSame(item)
                ? $", {Text.Shorten(one.Label, Styles.Table, room, most: 1)}"
                : "";
        var isNamed = item.DisplayName is not null;
        Span[] words =
        [
            isNamed
                ? new(Text.Shorten(item.Label, Styles.Table.Bold, room), Styles.Table.Bold)
                : new(item.Id, Styles.Table.Bold.Id),
            new(role, Styles.Table.Label),
        ];
        return Piece.Stack(
            Text.Of(words, room, 4),
            isNamed ? Text.Of(item.Id, Styles.Smallest.Label.Id, room, 2) : Piece.Nothing
        );
    }

    private float Width(int column) => table.Columns[column].Width;
}
