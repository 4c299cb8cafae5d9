using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pictures.Svg;

/// <summary>The styles of a picture: those of the reports, with the glyphs that the reader's machine has.</summary>
internal static class PictureStyles
{
    public static readonly TextStyle Title = Styles.Verdict with { Borrows = true };
    public static readonly TextStyle Heading = Styles.Heading with { Borrows = true };
    public static readonly TextStyle Head = Styles.Body.Bold with { Borrows = true };
    public static readonly TextStyle Dense = Styles.Dense with { Borrows = true };
    public static readonly TextStyle Small = Styles.Small with { Borrows = true };
}
