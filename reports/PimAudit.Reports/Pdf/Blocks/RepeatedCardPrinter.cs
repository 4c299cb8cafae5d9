using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>A further finding of a rule: what its first card says word for word alike is not said again, but led to.</summary>
internal static class RepeatedCardPrinter
{
    public static Piece Of(FindingCard card, FindingCard first, Setting setting, float width)
    {
        var known = first.Evidence.Select(Words).ToHashSet(StringComparer.Ordinal);
        return Piece.Stack([
            CardPieces.Top(card, width).Inset(0, 2),
            CardPieces.Labelled(
                "Observed",
                room => Text.Name(card.Finding.Observed, Styles.Small.Bold, room, most: 4),
                width
            ),
            IsExpectedAlike(card, first)
                ? Piece.Nothing
                : CardPieces.Labelled(
                    "Expected",
                    room => Text.Name(card.Finding.Expected, Styles.Small, room, most: 4),
                    width
                ),
            CardPieces.Foot(card.Evidence.Where(fact => !known.Contains(Words(fact))), setting, width),
            CardPieces.Labelled("All else", room => Reference(card, first, setting, room), width),
        ]);
    }

    private static Piece Reference(FindingCard card, FindingCard first, Setting setting, float width)
    {
        var anchor = Anchors.Rule(first.Finding.RuleId);
        var expected = IsExpectedAlike(card, first) ? "expected, " : "";
        var owner = card.Finding.Owner is { } known
            ? $" Who must act: {Text.Shorten(known, Styles.Small, 160, most: 1)}."
            : "";
        Span[] words =
        [
            new($"{expected}why it matters, how to fix and source are those of ", Styles.Small),
            new(first.Finding.ShortId, Styles.Small.Id),
            new($", page {setting.Index[anchor]}", Styles.Small, Link: anchor),
            new($".{owner}", Styles.Small),
            new(card.More is { } more ? $" {more}." : "", Styles.Small.Label),
        ];
        return Text.Of(words, width, 3);
    }

    private static bool IsExpectedAlike(FindingCard card, FindingCard first) =>
        string.Equals(card.Finding.Expected, first.Finding.Expected, StringComparison.Ordinal);

    private static string Words(Fact fact) =>
        $"{fact.Label}\n{string.Join('\n', fact.Value.Lines.SelectMany(line => line).Select(run => run.ToString()))}";
}
