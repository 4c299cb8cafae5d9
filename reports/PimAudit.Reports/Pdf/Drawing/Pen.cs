namespace PimAudit.Reports.Pdf.Drawing;

/// <summary>A rectangle in pt from the top left corner of the page.</summary>
internal readonly record struct Box(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;
    public float Bottom => Y + Height;
}

/// <summary>How a line is drawn.</summary>
/// <param name="Dash">Lengths of stroke and gap in pt; null for a solid line.</param>
internal readonly record struct Stroke(
    Colour Colour,
    float Width,
    (float On, float Off)? Dash = null,
    bool Round = false
);

internal enum Align
{
    Left,
    Right,
    Centre,
}

/// <summary>Draws on a sheet, whatever becomes of it: pt, y downwards.</summary>
internal abstract class Pen
{
    public abstract void Line(float x1, float y1, float x2, float y2, Stroke stroke);

    public abstract void Lines(IReadOnlyList<(float X, float Y)> points, Stroke stroke);

    public abstract void Rectangle(Box box, Colour? fill, Stroke? stroke = null);

    public abstract void Circle(float x, float y, float radius, Colour? fill, Stroke? stroke = null);

    public abstract void Polygon(IReadOnlyList<(float X, float Y)> points, Colour? fill, Stroke? stroke = null);

    /// <summary>An arc from one angle over a sweep, in degrees clockwise from the right.</summary>
    public abstract void Arc(float x, float y, float radius, float from, float sweep, Stroke stroke);

    /// <summary>A half disc, flat side down: the shoulders of a figure.</summary>
    public abstract void HalfDisc(float x, float y, float radius, Colour fill);

    /// <summary>Text on a base line that begins at x.</summary>
    /// <param name="align">What of it stays in its place where the reader's font is another than the measured one.</param>
    public abstract void Text(float x, float y, string text, TextStyle style, Align align = Align.Left);

    public abstract void Destination(string name, float x, float y);

    public abstract void Link(Box box, string destination);

    /// <summary>Something that a reader can ask for its names; on paper there is nobody to ask.</summary>
    public virtual void Named(IEnumerable<string> names, Action draw) => draw();
}
