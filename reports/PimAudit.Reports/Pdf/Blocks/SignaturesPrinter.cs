using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>A column for each signature: what is declared, and lines to write on.</summary>
internal static class SignaturesPrinter
{
    private const float Gutter = 24;
    private const float ToSign = 40;
    private const float ToWrite = 20;

    public static Part Of(SignatureBlock block, float width)
    {
        var count = Math.Max(1, block.Signatures.Length);
        var column = (width - (Gutter * (count - 1))) / count;
        return Part.Of(
            Piece.Beside([
                .. block.Signatures.Select((signature, at) => (at * (column + Gutter), Column(signature, column))),
            ]),
            before: 24
        );
    }

    private static Piece Column(Signature signature, float width) =>
        Piece.Stack([
            Piece.Rule(width, 0.75f, Palette.Ink),
            Text.Of(signature.Who, Styles.Heading, width, 1).Inset(5),
            Text.Of(signature.Statement, Styles.Table, width, 4).AtLeast(46),
            .. Line("Signature", ToSign, width),
            .. Line("Name", ToWrite, width),
            .. Line("Date", ToWrite, width),
        ]);

    private static IEnumerable<Piece> Line(string label, float room, float width) =>
        [
            Piece.Gap(room),
            Piece.Rule(width, 0.5f, Palette.Ink),
            Text.Of(label, Styles.Smallest.Label, width, 1).Inset(2),
        ];
}
