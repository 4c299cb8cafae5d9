using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>The three columns of a card: what is and what should be, why it matters, what to do.</summary>
internal static class CardColumns
{
    public const float First = 136;
    public const float Second = 138;
    public const float Third = Paper.ContentWidth - First - Second - (2 * Gap);

    private const float Gap = 14;

    public static Piece Of(Piece judged, Piece why, Piece fix) =>
        Piece.Beside((0, judged), (First + Gap, why), (First + Second + (2 * Gap), fix)).Inset(4, 3);

    /// <summary>A label under a rule, and what it names.</summary>
    public static Piece Headed(string label, Piece content, float width) =>
        Piece.Stack(
            Piece.Rule(width, 0.75f, Palette.Ink),
            Text.Of(label, Styles.Smallest.Label, width, 1).Inset(2),
            content
        );
}
