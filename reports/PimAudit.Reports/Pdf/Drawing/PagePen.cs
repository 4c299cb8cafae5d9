using SkiaSharp;

namespace PimAudit.Reports.Pdf.Drawing;

/// <summary>Draws on a page of a PDF file. Together with <see cref="Typeface"/> and the writer all that knows Skia.</summary>
internal sealed class PagePen(SKCanvas canvas) : Pen
{
    private const float ZeroHeight = 0.727f;

    public override void Line(float x1, float y1, float x2, float y2, Stroke stroke)
    {
        using var paint = Paint(stroke);
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    public override void Lines(IReadOnlyList<(float X, float Y)> points, Stroke stroke)
    {
        using var paint = Paint(stroke);
        using var path = Path(points, close: false);
        canvas.DrawPath(path, paint);
    }

    public override void Rectangle(Box box, Colour? fill, Stroke? stroke = null)
    {
        var rect = SKRect.Create(box.X, box.Y, box.Width, box.Height);
        Draw(fill, stroke, paint => canvas.DrawRect(rect, paint));
    }

    public override void Circle(float x, float y, float radius, Colour? fill, Stroke? stroke = null) =>
        Draw(fill, stroke, paint => canvas.DrawCircle(x, y, radius, paint));

    public override void Polygon(IReadOnlyList<(float X, float Y)> points, Colour? fill, Stroke? stroke = null)
    {
        using var path = Path(points, close: true);
        Draw(fill, stroke, paint => canvas.DrawPath(path, paint));
    }

    public override void Arc(float x, float y, float radius, float from, float sweep, Stroke stroke)
    {
        using var paint = Paint(stroke);
        canvas.DrawArc(
            SKRect.Create(x - radius, y - radius, radius * 2, radius * 2),
            from,
            sweep,
            useCenter: false,
            paint
        );
    }

    public override void HalfDisc(float x, float y, float radius, Colour fill)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Of(fill) };
        canvas.DrawArc(SKRect.Create(x - radius, y - radius, radius * 2, radius * 2), 180, 180, useCenter: true, paint);
    }

    public override void Text(float x, float y, string text, TextStyle style, Align align = Align.Left)
    {
        var typeface = Typeface.Of(style.Weight);
        var shaped = typeface.Shape(text);
        if (shaped.Glyphs.IsEmpty)
            return;

        using var font = new SKFont(typeface.Skia, style.Size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            BaselineSnap = false,
        };
        var points = new SKPoint[shaped.Places.Length];
        for (var at = 0; at < points.Length; at++)
        {
            var (glyphX, glyphY) = shaped.Places.Span[at];
            points[at] = new((glyphX * style.Size) + (at * style.Tracking), glyphY * style.Size);
        }

        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(shaped.Glyphs.Span, font, points);
        using var blob = builder.Build();
        using var paint = new SKPaint { IsAntialias = true, Color = Of(style.Colour) };
        canvas.DrawText(blob, x, y, paint);
        if (style.SlashedZero)
            foreach (var zero in shaped.Zeros)
                Slash(x + (zero * style.Size), y, style);
    }

    public override void Destination(string name, float x, float y) =>
        canvas.DrawNamedDestinationAnnotation(new SKPoint(x, y), name);

    public override void Link(Box box, string destination) =>
        canvas.DrawLinkDestinationAnnotation(SKRect.Create(box.X, box.Y, box.Width, box.Height), destination);

    private void Slash(float x, float y, TextStyle style)
    {
        var (height, width) = (ZeroHeight * style.Size, Typeface.Width("0", style));
        var weight = style.Size * (style.Weight is Weight.SemiBold ? 0.085f : 0.065f);
        Line(
            x + (width * 0.34f),
            y - (height * 0.26f),
            x + (width * 0.66f),
            y - (height * 0.74f),
            new(style.Colour, weight)
        );
    }

    private static void Draw(Colour? fill, Stroke? stroke, Action<SKPaint> draw)
    {
        if (fill is { } colour)
        {
            using var paint = new SKPaint { IsAntialias = true, Color = Of(colour) };
            draw(paint);
        }

        if (stroke is { } line)
        {
            using var paint = Paint(line);
            draw(paint);
        }
    }

    private static SKPath Path(IReadOnlyList<(float X, float Y)> points, bool close)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([.. points.Select(point => new SKPoint(point.X, point.Y))], close);
        return builder.Detach();
    }

    private static SKPaint Paint(Stroke stroke)
    {
        var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = Of(stroke.Colour),
            StrokeWidth = stroke.Width,
            StrokeCap = stroke.Round ? SKStrokeCap.Round : SKStrokeCap.Butt,
            StrokeJoin = stroke.Round ? SKStrokeJoin.Round : SKStrokeJoin.Miter,
        };
        if (stroke.Dash is { } dash)
            paint.PathEffect = SKPathEffect.CreateDash([dash.On, dash.Off], 0);
        return paint;
    }

    private static SKColor Of(Colour colour) => new(0xFF000000 | colour.Rgb);
}
