using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>What every card of a finding is made of.</summary>
internal static class CardPieces
{
    public const float Second = 96;
    public const float SecondWidth = 164;
    public const float Third = 272;
    private const float RailWidth = 84;
    private static readonly RichLook Foot = new(Styles.Small, Styles.Small.Label, Most: 3, MostShort: 2);

    /// <summary>Severity, rule, id and status; the sentence; the subject with its id; the path.</summary>
    public static Piece Top(FindingCard card, float width) =>
        Piece.Stack([
            Piece.Rule(width, 1.5f, Palette.Ink),
            Head(card.Finding, width).Inset(4, 0),
            Text.Name(card.Finding.Title, Styles.CardTitle, width),
            Subject(card, width).Inset(0, 3),
            .. card.Ways.Select(way => PathPicture.Of(way.Nodes, way.Hops, card.Finding.Severity)),
        ]);

    public static Piece Rail(IEnumerable<(string Label, string Value)> items) =>
        Piece.Stack([
            .. items
                .Where(item => item.Value.Length > 0)
                .SelectMany(item =>
                    new[]
                    {
                        Piece.Rule(RailWidth, 0.5f, Palette.Line),
                        Text.Of(item.Label, Styles.Smallest.Label, RailWidth, 1).Inset(2),
                        Text.Name(item.Value, Styles.Table.Id, RailWidth, most: 5).Inset(0, 3),
                    }
                ),
        ]);

    public static Piece Observed(Finding finding, float width) =>
        Piece.Stack(
            Piece.Rule(width, 0.75f, Palette.Ink),
            Text.Of("Observed", Styles.Smallest.Label, width, 1).Inset(2),
            Text.Name(finding.Observed, Styles.Dense.Bold, width, most: 4)
        );

    public static Piece Expected(Finding finding, float width) =>
        Piece.Stack(
            Piece.Rule(width, 0.75f, Palette.Ink),
            Text.Of("Expected", Styles.Smallest.Label, width, 1).Inset(2),
            Text.Name(finding.Expected, Styles.Dense, width, most: 4)
        );

    /// <summary>The foot of a card: what shows the finding, which requests brought it, where the expectation comes from.</summary>
    public static Piece Evidence(Fact fact, Setting setting, float width) =>
        Piece.Stack(
            Furnishing.Hairline(width),
            Piece
                .Beside(
                    (0, Text.Of(fact.Label, Styles.Small.Label, Second - 12, 2)),
                    (Second, RichText.Of(fact.Value, Foot, setting.Index, width - Second))
                )
                .Inset(1.6f, 1.4f)
        );

    private static Piece Head(Finding finding, float width)
    {
        Span[] left =
        [
            Marks.Of(finding.Severity, Styles.Dense, 9),
            new($"  {Say.Word(finding.Severity)}", Styles.Dense.Bold),
            new($"      {finding.RuleId} ", Styles.Dense),
            new($" {finding.RuleName}", Styles.Dense.Label),
        ];
        Span[] right =
        [
            new($"{finding.ShortId}   ", Styles.Small.Label.Id),
            new(Outcomes.Status(finding), finding.Status is FindingStatus.New ? Styles.Dense.Bold : Styles.Dense),
        ];
        return Piece.Beside((0, Text.Of(left, width - 150, 1)), (width - 145, Text.Of(right, 145, 1, Align.Right)));
    }

    private static Piece Subject(FindingCard card, float width)
    {
        var subject = card.Finding.Subject;
        var name = Text.Shorten(subject.Label, Styles.Dense.Bold, 220, most: 1);
        Span[] words =
        [
            .. subject.DisplayName is null ? Array.Empty<Span>() : [new Span(name, Styles.Dense.Bold)],
            new($"{(subject.DisplayName is null ? "" : ", ")}{Words.Kind(subject.Kind)} ", Styles.Dense),
            new(subject.Id, Styles.Dense.Label.Id),
            new(
                card.Login is { } login ? $", {Text.Shorten(login, Styles.Dense, 200, most: 1)}" : "",
                Styles.Dense.Label
            ),
        ];
        return Text.Of(words, width, 3);
    }
}
