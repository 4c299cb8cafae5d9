namespace PimAudit.Reports.Pdf.Layout;

/// <summary>Page sizes; the content is equally wide on all of them, so there is one layout.</summary>
/// <param name="Width">pt.</param>
/// <param name="Height">pt.</param>
internal sealed record Paper(float Width, float Height)
{
    public const float ContentWidth = 499.28f;
    public const float Top = 52;

    public static readonly Paper A4 = new(595.28f, 841.89f);
    public static readonly Paper Letter = new(612, 792);

    public static Paper Of(PaperSize size) => size is PaperSize.Letter ? Letter : A4;

    public float Left => (Width - ContentWidth) / 2;
    public float Bottom => Height - 56;
}
