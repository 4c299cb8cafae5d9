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
    private const float Second = 66;
    private static readonly RichLook FootLook = new(Styles.Small, Styles.Small.Label, Most: 3, MostShort: 2);

    /// <summary>Severity, rule, id and status; the sentence; the subject with its id; the path.</summary>
    public static Piece Top(FindingCard card, float width) =>
        Piece.Stack([
            Piece.Rule(width, 1.5f, Palette.Ink),
            Head(card.Finding, width).Inset(4, 0),
            Text.Name(card.Finding.Title, Styles.CardTitle, width),
            Subject(card, width).Inset(0, 3),
            .. card.Ways.Select(way => PathPicture.Of(way.Nodes, way.Hops, card.Finding.Severity)),
        ]);

    public static Piece Observed(Finding finding, float width) =>
        CardColumns.Headed("Observed", Text.Name(finding.Observed, Styles.Dense.Bold, width, most: 6), width);

    public static Piece Expected(Finding finding, float width) =>
        CardColumns.Headed("Expected", Text.Name(finding.Expected, Styles.Dense, width, most: 6), width);

    /// <summary>The foot of a card: what shows the finding, and where the expectation comes from; lines of one label say it once.</summary>
    public static Piece Foot(IEnumerable<Fact> facts, Setting setting, float width) =>
        Piece.Stack([
            .. facts
                .GroupBy(fact => fact.Label, StringComparer.Ordinal)
                .Select(alike =>
                    Labelled(
                        alike.Key,
                        room =>
                            Piece.Stack([
                                .. alike.Select(fact => RichText.Of(fact.Value, FootLook, setting.Index, room)),
                            ]),
                        width
                    )
                ),
        ]);

    /// <summary>A line of the foot.</summary>
    public static Piece Labelled(string label, Func<float, Piece> value, float width) =>
        Piece.Stack(
            Furnishing.Hairline(width),
            Piece
                .Beside((0, Text.Of(label, Styles.Small.Label, Second - 12, 2)), (Second, value(width - Second)))
                .Inset(1.4f, 1.2f)
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
