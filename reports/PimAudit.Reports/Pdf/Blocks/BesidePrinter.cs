using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Two blocks in two columns; the pair never splits.</summary>
internal static class BesidePrinter
{
    private const float Gutter = 24;

    public static Part Of(Beside pair, Setting setting, float width)
    {
        var left = (width - Gutter) * pair.Share;
        return Part.Of(
            Piece.Beside(
                (0, Column(pair.Left, setting, left)),
                (left + Gutter, Column(pair.Right, setting, width - Gutter - left))
            ),
            before: 12
        );
    }

    private static Piece Column(Block block, Setting setting, float width) =>
        Part.Together(BlockPrinter.Of(block, setting, width));
}
