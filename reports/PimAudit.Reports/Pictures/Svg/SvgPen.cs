using System.Globalization;
using System.Text;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pictures.Svg;

/// <summary>Draws as elements of an SVG document, one a line. Every text is escaped here and nowhere else.</summary>
internal sealed class SvgPen : Pen
{
    private readonly StringBuilder elements = new();

    public override string ToString() => elements.ToString();

    public override void Line(float x1, float y1, float x2, float y2, Stroke stroke) =>
        Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"{Of(stroke)}/>");

    public override void Lines(IReadOnlyList<(float X, float Y)> points, Stroke stroke) =>
        Add($"<polyline points=\"{Points(points)}\" fill=\"none\"{Of(stroke)}/>");

    public override void Rectangle(Box box, Colour? fill, Stroke? stroke = null) =>
        Add(
            $"<rect x=\"{N(box.X)}\" y=\"{N(box.Y)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\"{Of(fill, stroke)}/>"
        );

    public override void Circle(float x, float y, float radius, Colour? fill, Stroke? stroke = null) =>
        Add($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"{Of(fill, stroke)}/>");

    public override void Polygon(IReadOnlyList<(float X, float Y)> points, Colour? fill, Stroke? stroke = null) =>
        Add($"<polygon points=\"{Points(points)}\"{Of(fill, stroke)}/>");

    public override void Arc(float x, float y, float radius, float from, float sweep, Stroke stroke)
    {
        var (startX, startY) = OnCircle(x, y, radius, from);
        var (endX, endY) = OnCircle(x, y, radius, from + sweep);
        var large = sweep > 180 ? 1 : 0;
        Add(
            $"<path d=\"M{N(startX)} {N(startY)}A{N(radius)} {N(radius)} 0 {N(large)} 1 {N(endX)} {N(endY)}\" fill=\"none\"{Of(stroke)}/>"
        );
    }

    public override void HalfDisc(float x, float y, float radius, Colour fill) =>
        Add(
            $"<path d=\"M{N(x - radius)} {N(y)}a{N(radius)} {N(radius)} 0 0 1 {N(radius * 2)} 0z\" fill=\"{Hex(fill)}\"/>"
        );

    public override void Text(float x, float y, string text, TextStyle style, Align align = Align.Left)
    {
        var width = Typeface.Width(text, style);
        var (place, anchor) = align switch
        {
            Align.Centre => (x + (width / 2), " text-anchor=\"middle\""),
            Align.Right => (x + width, " text-anchor=\"end\""),
            _ => (x, ""),
        };
        var weight = style.Weight is Weight.SemiBold ? " font-weight=\"600\"" : "";
        Add(
            $"<text x=\"{N(place)}\" y=\"{N(y)}\" font-size=\"{N(style.Size)}\"{weight} fill=\"{Hex(style.Colour)}\"{anchor}>{Safe(text)}</text>"
        );
    }

    /// <summary>A picture has no pages to go to.</summary>
    public override void Destination(string name, float x, float y) { }

    /// <inheritdoc cref="Destination"/>
    public override void Link(Box box, string destination) { }

    public override void Named(IEnumerable<string> names, Action draw)
    {
        Add($"<g><title>{string.Join('\n', names.Select(Safe))}</title>");
        draw();
        Add("</g>");
    }

    /// <summary>Text of an element: nothing in it is markup, and nothing invisible.</summary>
    public static string Safe(string text) =>
        Printable
            .Plain(text, borrows: true)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    private void Add(string element) => elements.Append(element).Append('\n');

    private static string Of(Colour? fill, Stroke? stroke) =>
        $" fill=\"{(fill is { } colour ? Hex(colour) : "none")}\"{(stroke is { } line ? Of(line) : "")}";

    private static string Of(Stroke stroke)
    {
        var dash = stroke.Dash is { } length ? $" stroke-dasharray=\"{N(length.On)} {N(length.Off)}\"" : "";
        var round = stroke.Round ? " stroke-linecap=\"round\" stroke-linejoin=\"round\"" : "";
        return $" stroke=\"{Hex(stroke.Colour)}\" stroke-width=\"{N(stroke.Width)}\"{dash}{round}";
    }

    private static (float X, float Y) OnCircle(float x, float y, float radius, float degrees)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return (x + (radius * cosine), y + (radius * sine));
    }

    private static string Points(IEnumerable<(float X, float Y)> points) =>
        string.Join(' ', points.Select(point => $"{N(point.X)},{N(point.Y)}"));

    private static string Hex(Colour colour) => string.Create(CultureInfo.InvariantCulture, $"#{colour.Rgb:X6}");

    /// <summary>To a hundredth of a point: finer than anybody sees, and the same on every machine.</summary>
    public static string N(float number) =>
        Math.Round((double)number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
