using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Labels at the left, their values beside them, hairlines between.</summary>
internal static class FactListPrinter
{
    private const float Column = 112;

    public static Part Of(FactList list, Setting setting, float width)
    {
        var label = Math.Min(Column, width * 0.3f);
        return new([.. list.Facts.Select(fact => new FlowRow(Row(fact, label, setting, width)))], Before: 10);
    }

    private static Piece Row(Fact fact, float label, Setting setting, float width) =>
        Table.Lined(
            Piece
                .Beside(
                    (0, Text.Name(fact.Label, Styles.Dense.Bold, label - 10)),
                    (label, RichText.Of(fact.Value, RichLook.Dense, setting.Index, width - label))
                )
                .Inset(4.2f, 4),
            width
        );
}
