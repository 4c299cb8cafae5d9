using System.Text;

namespace PimAudit.Reports.Pdf.Qr;

/// <summary>A QR code: text as bytes, error correction M, the smallest of versions 1 to 6 that holds it.</summary>
/// <remarks>Source: ISO/IEC 18004. In these versions all blocks are equally long and no version information is printed.</remarks>
internal sealed class QrCode
{
    private readonly bool[,] dark;

    private QrCode(bool[,] dark) => this.dark = dark;

    public int Size => dark.GetLength(0);

    public bool this[int x, int y] => dark[y, x];

    /// <exception cref="ArgumentException">More than 106 bytes.</exception>
    public static QrCode Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var layout = QrLayout.For(bytes.Length);
        var words = QrWords.Of(bytes, layout);
        var best = Enumerable.Range(0, 8).Select(mask => QrMatrix.Draw(layout, words, mask)).MinBy(QrPenalty.Of)!;
        return new(best);
    }
}

/// <param name="DataWords">Code words of data in all blocks.</param>
/// <param name="CheckWords">Code words of error correction in each block.</param>
internal sealed record QrLayout(int Version, int DataWords, int CheckWords, int Blocks)
{
    private static readonly QrLayout[] All =
    [
        new(1, 16, 10, 1),
        new(2, 28, 16, 1),
        new(3, 44, 26, 1),
        new(4, 64, 18, 2),
        new(5, 86, 24, 2),
        new(6, 108, 16, 4),
    ];

    public int Size => 17 + (4 * Version);

    /// <summary>Mode and length take twelve bits, so that two words are lost.</summary>
    public static QrLayout For(int bytes) =>
        Array.Find(All, layout => bytes <= layout.DataWords - 2)
        ?? throw new ArgumentException("The text has more than 106 bytes.", nameof(bytes));
}
