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
            Piece
                .Beside(
                    (0, CardPieces.Rail([("Who must act", card.Owner)])),
                    (CardPieces.Second, CardPieces.Observed(card.Finding)),
                    (CardPieces.Third, CardPieces.Expected(card.Finding, width - CardPieces.Third))
                )
                .Inset(6, 4),
            Reference(first, setting, width).Inset(0, 4),
            .. card
                .Evidence.Where(fact => !known.Contains(Words(fact)))
                .Select(fact => CardPieces.Evidence(fact, setting, width)),
        ]);
    }

    private static Piece Reference(FindingCard first, Setting setting, float width)
    {
        var anchor = Anchors.Rule(first.Finding.RuleId);
        Span[] words =
        [
            new("Why it matters, how to fix", Styles.Table.Bold),
            new(" and source: word for word as for ", Styles.Table),
            new(first.Finding.ShortId, Styles.Table.Id),
            new($", page {setting.Index[anchor]}", Styles.Table, Link: anchor),
        ];
        return Text.Of(words, width - CardPieces.Second, 2).Inset(0, left: CardPieces.Second);
    }

    private static string Words(Fact fact) =>
        $"{fact.Label}\n{string.Join('\n', fact.Value.Lines.SelectMany(line => line).Select(run => run.ToString()))}";
}
