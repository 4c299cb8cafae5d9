using System.Text;
using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pictures.Svg;

/// <summary>
/// A picture of access paths as one SVG document: no script, no reference to anything outside, no font of its own. The same
/// picture gives the same text.
/// </summary>
public static class SvgPicture
{
    private const string Fonts = "Inter, 'Segoe UI', Arial, sans-serif";

    /// <summary>CSS pixels for a point: letters of a picture that is shown as it is are as large as on paper.</summary>
    private const float Scale = 96f / 72;

    public static string Write(AccessPicture picture)
    {
        var sheet = new PictureSheet(picture);
        var content = sheet.Content;
        var pen = new SvgPen();
        pen.Rectangle(new(0, 0, sheet.Width, content.Height), Palette.White);
        content.Draw(pen, 0, 0);

        var (width, height) = (SvgPen.N(sheet.Width), SvgPen.N(content.Height));
        var title = SvgPen.Safe($"Access paths of {picture.Question.Subject.Label}: {picture.Lead}");
        return new StringBuilder()
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
            .Append(" width=\"")
            .Append(SvgPen.N(sheet.Width * Scale))
            .Append('"')
            .Append(" height=\"")
            .Append(SvgPen.N(content.Height * Scale))
            .Append('"')
            .Append(" viewBox=\"0 0 ")
            .Append(width)
            .Append(' ')
            .Append(height)
            .Append('"')
            .Append(" font-family=\"")
            .Append(Fonts)
            .Append("\" xml:space=\"preserve\"")
            .Append(" role=\"img\" aria-label=\"")
            .Append(title)
            .Append("\">\n")
            .Append("<title>")
            .Append(title)
            .Append("</title>\n")
            .Append("<desc>")
            .AppendJoin('\n', PictureWords.Of(picture).Select(SvgPen.Safe))
            .Append("</desc>\n")
            .Append(pen)
            .Append("</svg>\n")
            .ToString();
    }
}
