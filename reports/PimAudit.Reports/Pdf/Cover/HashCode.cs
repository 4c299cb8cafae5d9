using PimAudit.Reports.Document;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Pdf.Qr;

namespace PimAudit.Reports.Pdf.Cover;

/// <summary>The hash of the evidence, for a telephone and for eyes.</summary>
internal static class HashCode
{
    public const float Side = 64;
    private const int DigitsOfLine = 16;

    public static void Draw(Pen pen, float x, float y, DocumentHead head)
    {
        var hash = head.ResultSha256;
        var code = QrCode.Of($"sha256:{hash}");
        var module = Side / code.Size;
        for (var row = 0; row < code.Size; row++)
        for (var at = 0; at < code.Size; at++)
        {
            var start = at;
            while (at < code.Size && code[at, row])
                at++;
            if (at > start)
                pen.Rectangle(
                    new(x + (start * module), y + (row * module), (at - start) * module, module),
                    Palette.Ink
                );
        }

        Text.Of($"SHA-256 of {head.HashedFile}", Styles.Smallest.Label, 100, 1).Draw(pen, x + 78, y + 12);
        for (var line = 0; line < hash.Length / DigitsOfLine; line++)
        {
            var digits = hash.Substring(line * DigitsOfLine, DigitsOfLine);
            Text.Of($"{digits[..8]} {digits[8..]}", Styles.Smallest.Id, 100, 1)
                .Draw(pen, x + 78, y + 23 + (line * 10.2f));
        }
    }
}
