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
            CardPieces.Top(card, width),
            CardPieces.Columns(CardPieces.Observed(card.Finding), CardPieces.Expected(card.Finding), width),
            Reference(card, first, setting, width).Inset(0, 3),
            .. card
                .Evidence.Where(fact => !known.Contains(Words(fact)))
                .Select(fact => CardPieces.Evidence(fact, setting, width)),
        ]);
    }

    private static Piece Reference(FindingCard card, FindingCard first, Setting setting, float width)
    {
        var anchor = Anchors.Rule(first.Finding.RuleId);
        Span[] words =
        [
            new("Why it matters, how to fix", Styles.Small.Bold),
            new(" and source: word for word as for ", Styles.Small),
            new(first.Finding.ShortId, Styles.Small.Id),
            new($", page {setting.Index[anchor]}", Styles.Small, Link: anchor),
            new($". Who must act: {Text.Shorten(card.Owner, Styles.Small, 160, most: 1)}.", Styles.Small),
            new(card.More is { } more ? $" {more}." : "", Styles.Small.Label),
        ];
        return Text.Of(words, width, 3);
    }

    private static string Words(Fact fact) =>
        $"{fact.Label}\n{string.Join('\n', fact.Value.Lines.SelectMany(line => line).Select(run => run.ToString()))}";
}
