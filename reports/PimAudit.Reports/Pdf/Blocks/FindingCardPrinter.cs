using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>One finding with everything that an administrator and an auditor need; it never splits.</summary>
internal static class FindingCardPrinter
{
    private const int MostSteps = 4;
    private const int MostControls = 4;

    /// <summary>Steps are shortened only where a card would not fit a page otherwise.</summary>
    public static Piece Of(FindingCard card, Setting setting, float width)
    {
        var piece = Compose(card, setting, width, stepLines: 6);
        return piece.Height <= setting.PageHeight ? piece : Compose(card, setting, width, stepLines: 3);
    }

    private static Piece Compose(FindingCard card, Setting setting, float width, int stepLines)
    {
        var finding = card.Finding;
        return Piece.Stack([
            CardPieces.Top(card, width),
            card.More is { } more ? Text.Of(more, Styles.Small.Label, width, 1).Inset(3) : Piece.Nothing,
            CardPieces.Columns(Observed(finding), Expected(finding, stepLines), width),
            CardPieces.Labelled("Who must act", room => Duties(card, room), width),
            .. card.Evidence.Select(fact => CardPieces.Evidence(fact, setting, width)),
        ]);
    }

    /// <summary>Who must act, by which line of the practice, and for which controls it counts.</summary>
    private static Piece Duties(FindingCard card, float width)
    {
        var controls = card.Controls.Select(control => control.Id).Distinct(StringComparer.Ordinal).ToList();
        var supports = string.Join(", ", controls.Take(MostControls));
        if (controls.Count > MostControls)
            supports += $" and {Figures.Text(controls.Count - MostControls)} more";
        Span[] words =
        [
            new(Text.Shorten(card.Owner, Styles.Small, 160, most: 1), Styles.Small),
            .. Labelled("Practice", card.Practice),
            .. Labelled("Supports evidence for", supports),
        ];
        return Text.Of(words, width, 4);
    }

    private static IEnumerable<Span> Labelled(string label, string value) =>
        value.Length == 0 ? [] : [new($"      {label}  ", Styles.Small.Label), new(value, Styles.Small)];

    private static Piece Observed(Finding finding) =>
        Piece.Stack(
            CardPieces.Observed(finding),
            Text.Of("Why it matters", Styles.Table.Bold, CardPieces.Half, 1).Inset(4, 0),
            Text.Of(finding.Why, Styles.Table, CardPieces.Half, 12)
        );

    private static Piece Expected(Finding finding, int stepLines) =>
        Piece.Stack([
            CardPieces.Expected(finding),
            Text.Of("How to fix", Styles.Table.Bold, CardPieces.Half, 1).Inset(4, 0),
            .. finding.Fix.Steps.Take(MostSteps).Select((step, at) => Step(at + 1, step, CardPieces.Half, stepLines)),
        ]);

    private static Piece Step(int number, string text, float width, int most) =>
        Piece.Beside(
            (0, Text.Of($"{Figures.Text(number)}.", Styles.Table, 12, 1)),
            (12, Text.Of(text, Styles.Table, width - 12, most))
        );
}
