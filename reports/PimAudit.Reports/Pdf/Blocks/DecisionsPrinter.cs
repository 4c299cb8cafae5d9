using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Numbered decisions, with who must take them at the right.</summary>
internal static class DecisionsPrinter
{
    private const float Number = 18;
    private const float Who = 100;
    private const float Gutter = 15;

    public static Part Of(DecisionList list, Setting setting, float width)
    {
        var lines = setting.Squeeze switch
        {
            0 => 3,
            1 or 2 => 2,
            _ => 1,
        };
        return Part.Of(
            Piece.Stack([
                Piece.Rule(width, 1.5f, Palette.Ink),
                Furnishing.Heading(list.Title, note: null, width).Inset(7),
                .. list.Decisions.Select((decision, at) => Row(at + 1, decision, lines, width)),
            ]),
            before: 9
        );
    }

    private static Piece Row(int number, AskedDecision decision, int lines, float width) =>
        Table.Lined(
            Piece
                .Beside(
                    (0, Text.Of(Figures.Text(number), Styles.Table.Bold, Number - 6, 1)),
                    (Number, Text.Name(decision.What, Styles.Table, width - Number - Who - Gutter, lines)),
                    (width - Who, Text.Name(decision.Who, Styles.Table.Label, Who, most: 1, Align.Right))
                )
                .Inset(3.2f, 2.8f),
            width
        );
}
