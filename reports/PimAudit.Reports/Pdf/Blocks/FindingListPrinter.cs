using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Critical and High as cards, everything else by rule, both capped.</summary>
internal static class FindingListPrinter
{
    public static IEnumerable<Part> Of(FindingList list, Setting setting, float width)
    {
        var shares = FindingShares.Of(list, setting.Caps);
        if (shares.HasMoreHeavy)
            yield return Part.Of(Text.Of(Chosen(shares), Styles.Body, width).Inset(0, 6), keepsNext: true);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var firsts = new Dictionary<string, FindingCard>(StringComparer.Ordinal);
        for (var at = 0; at < shares.Cards.Length; at++)
        {
            var card = list.Card(shares.Cards[at]);
            var first = firsts.GetValueOrDefault(card.Finding.RuleId);
            firsts.TryAdd(card.Finding.RuleId, card);
            var piece = setting.Memory.Lasting.Of(card, setting.Index, () => Card(card, first, setting, width));
            yield return new([Anchored(piece, card.Finding, seen)], at == 0 ? 0 : 9);
        }

        if (!shares.Rules.IsEmpty)
            yield return Rows(list, shares, seen, setting, width);
        else if (list.Open.IsEmpty && list.Others.IsEmpty)
            yield return Part.Of(Text.Of(list.Empty, Styles.Body, width));
    }

    private static string Chosen(FindingShares shares) =>
        $"Told in full here: the {Say.Number(shares.Cards.Length)} gravest of {Figures.Text(shares.Heavy)} critical or high findings. "
        + "The others stand in the table below with their paths in words; the workbook and the page tell every one in full.";

    private static Piece Card(FindingCard card, FindingCard? first, Setting setting, float width) =>
        first is not null && SaysTheSame(card.Finding, first.Finding)
            ? RepeatedCardPrinter.Of(card, first, setting, width)
            : FindingCardPrinter.Of(card, setting, width);

    private static bool SaysTheSame(Finding finding, Finding first) =>
        string.Equals(finding.Why, first.Why, StringComparison.Ordinal)
        && string.Equals(finding.Source, first.Source, StringComparison.Ordinal)
        && finding.Fix.Steps.SequenceEqual(first.Fix.Steps, StringComparer.Ordinal);

    private static Part Rows(FindingList list, FindingShares shares, HashSet<string> seen, Setting setting, float width)
    {
        var table = new FindingRows(width);
        var heading = Furnishing.Heading(
            shares.HasMoreHeavy ? "All other findings"
                : list.Others.IsEmpty ? "Medium and below"
                : "Medium and below, waived and resolved",
            "by rule",
            width
        );
        return new(
            [.. shares.Rules.SelectMany(rule => OfRule(table, rule, seen, setting))],
            Before: 20,
            continued => Piece.Stack(continued ? Table.Continued("Findings", width) : heading, table.Heads())
        );
    }

    private static IEnumerable<FlowRow> OfRule(FindingRows table, RuleShare rule, HashSet<string> seen, Setting setting)
    {
        if (rule.IsLone)
        {
            var lone = rule.Shown[0];
            var row = setting.Memory.Of(lone, setting.Index, () => table.Lone(lone));
            return [Anchored(row, lone, seen)];
        }

        return
        [
            Anchored(table.Rule(rule), rule.Shown[0], seen) with
            {
                KeepsNext = true,
            },
            .. rule.Shown.Select(finding => new FlowRow(
                setting.Memory.Of(finding, setting.Index, () => table.Row(finding, rule))
            )),
            .. rule.Left > 0 ? [new FlowRow(table.More(rule))] : Array.Empty<FlowRow>(),
        ];
    }

    /// <summary>The first finding of a rule is where contents and outline lead to.</summary>
    private static FlowRow Anchored(Piece piece, Finding finding, HashSet<string> seen) =>
        seen.Add(finding.RuleId)
            ? new(piece, Anchors.Rule(finding.RuleId), $"{finding.RuleId} {finding.RuleName}")
            : new(piece);
}
