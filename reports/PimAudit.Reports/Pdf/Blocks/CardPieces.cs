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
    /// <summary>Width of each of the two columns: what is, and what should be.</summary>
    public const float Half = 240;

    private const float Second = 96;
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

    /// <summary>What is beside what should be.</summary>
    public static Piece Columns(Piece left, Piece right, float width) =>
        Piece.Beside((0, left), (width - Half, right)).Inset(5, 4);

    public static Piece Observed(Finding finding) => Headed("Observed", finding.Observed, Styles.Dense.Bold);

    public static Piece Expected(Finding finding) => Headed("Expected", finding.Expected, Styles.Dense);

    private static Piece Headed(string label, string words, TextStyle style) =>
        Piece.Stack(
            Piece.Rule(Half, 0.75f, Palette.Ink),
            Text.Of(label, Styles.Smallest.Label, Half, 1).Inset(2),
            Text.Name(words, style, Half, most: 4)
        );

    /// <summary>The foot of a card: what shows the finding, which requests brought it, where the expectation comes from.</summary>
    public static Piece Evidence(Fact fact, Setting setting, float width) =>
        Labelled(fact.Label, RichText.Of(fact.Value, Foot, setting.Index, width - Second), width);

    /// <summary>A line of the foot.</summary>
    public static Piece Labelled(string label, Func<float, Piece> value, float width) =>
        Labelled(label, value(width - Second), width);

    private static Piece Labelled(string label, Piece value, float width) =>
        Piece.Stack(
            Furnishing.Hairline(width),
            Piece.Beside((0, Text.Of(label, Styles.Small.Label, Second - 12, 2)), (Second, value)).Inset(1.6f, 1.4f)
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
