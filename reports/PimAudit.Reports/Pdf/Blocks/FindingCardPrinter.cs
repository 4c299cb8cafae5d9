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
    private const float Number = 11;

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
            CardColumns.Of(Judged(finding), Why(finding), Fix(finding, stepLines)),
            Duties(card, width),
            CardPieces.Foot(card.Evidence, setting, width),
        ]);
    }

    /// <summary>Who must act, if anybody is named, and for which controls it counts; the source names the line of the practice.</summary>
    private static Piece Duties(FindingCard card, float width)
    {
        var controls = card.Controls.Select(control => control.Id).Distinct(StringComparer.Ordinal).ToList();
        var supports = string.Join(", ", controls.Take(MostControls));
        if (controls.Count > MostControls)
            supports += $" and {Figures.Text(controls.Count - MostControls)} more";
        var counts = controls.Count == 0 ? "" : $"supports evidence for {supports}";
        if (card.Finding.Owner is null)
            return counts.Length == 0
                ? Piece.Nothing
                : CardPieces.Labelled("Controls", room => Text.Of(counts, Styles.Small, room, 2), width);

        Span[] words =
        [
            new(Text.Shorten(card.Owner, Styles.Small, 160, most: 1), Styles.Small),
            new(counts.Length == 0 ? "" : $"      {counts}", Styles.Small.Label),
        ];
        return CardPieces.Labelled("Who must act", room => Text.Of(words, room, 2), width);
    }

    private static Piece Judged(Finding finding) =>
        Piece.Stack(
            CardPieces.Observed(finding, CardColumns.First),
            Piece.Gap(4),
            CardPieces.Expected(finding, CardColumns.First)
        );

    private static Piece Why(Finding finding) =>
        CardColumns.Headed(
            "Why it matters",
            Text.Of(finding.Why, Styles.Table, CardColumns.Second, 12),
            CardColumns.Second
        );

    private static Piece Fix(Finding finding, int stepLines) =>
        CardColumns.Headed(
            "How to fix",
            Piece.Stack([.. finding.Fix.Steps.Take(MostSteps).Select((step, at) => Step(at + 1, step, stepLines))]),
            CardColumns.Third
        );

    private static Piece Step(int number, string text, int most) =>
        Piece.Beside(
            (0, Text.Of($"{Figures.Text(number)}.", Styles.Table, Number, 1)),
            (Number, Text.Of(text, Styles.Table, CardColumns.Third - Number, most))
        );
}
