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
        new("Subject", 0, width * 0.37f),
        new("Observed", width * 0.385f, width * 0.265f),
        new("Expected", width * 0.665f, width * 0.2f),
        new("Status", width * 0.88f, width * 0.12f)
    );

    public Piece Heads() => table.Heads();

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
        return Text.Of(words, width, 1)
            .Inset(5, 3, 4)
            .Behind((pen, x, y, height) => pen.Rectangle(new(x, y, width, height), Palette.Wash));
    }

    public Piece Row(Finding finding) =>
        table.Row(
            Piece.Beside(
                (0, Marks.Piece(finding.Severity, Styles.Table, 7)),
                (Indent, Subject(finding, Width(0) - Indent))
            ),
            Text.Name(finding.Observed, Styles.Table, Width(1), MostLines),
            Text.Name(finding.Expected, Styles.Table.Label, Width(2), MostLines),
            Piece.Stack(
                Text.Of(Outcomes.Status(finding), Styles.Table, Width(3), 3),
                Text.Of(finding.ShortId, Styles.Smallest.Label.Id, Width(3), 1)
            )
        );

    public Piece More(RuleShare rule) =>
        Table.Lined(Furnishing.More(rule.Left, "Findings", width, rule.Shown[0].RuleId), width);

    /// <summary>A name over its id: an id never wraps, so it gets a line of its own.</summary>
    private static Piece Subject(Finding finding, float room)
    {
        var item = finding.Subject;
        var role = finding.Role is { } one && !one.IsSame(item) ? one.Label : null;
        var name = item.DisplayName is null
            ? Text.Of(item.Id, Styles.Table.Bold.Id, room, 2)
            : Piece.Stack(
                Text.Name(item.Label, Styles.Table.Bold, room),
                Text.Of(item.Id, Styles.Smallest.Label.Id, room, 2)
            );
        return Piece.Stack(name, role is null ? Piece.Nothing : Text.Name(role, Styles.Smallest.Label, room, most: 1));
    }

    private float Width(int column) => table.Columns[column].Width;
}
