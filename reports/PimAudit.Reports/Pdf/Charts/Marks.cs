using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Charts;

/// <param name="Stroke">Null where the mark is its fill alone.</param>
/// <param name="Lines">For lines and bars in this severity.</param>
/// <param name="Tint">Ground of a deviating cell.</param>
internal sealed record SeverityInk(Colour Fill, Stroke? Stroke, Colour Lines, Colour Tint);

/// <summary>The shapes that carry severity and outcome, each in a box of ten units.</summary>
internal static class Marks
{
    public static SeverityInk Ink(Severity severity) =>
        severity switch
        {
            Severity.Critical => new(new(0x8C1232), null, new(0x8C1232), new(0xF8E9ED)),
            Severity.High => new(new(0xC8471A), null, new(0xA93A12), new(0xFBEDE6)),
            Severity.Medium => new(new(0xE3A339), new(new(0x8F5F0B), 1.1f), new(0x8F5F0B), new(0xFCF4E3)),
            Severity.Low => new(new(0xBCD2E0), new(new(0x44708F), 1.2f), new(0x44708F), new(0xEEF4F8)),
            _ => new(Palette.White, new(Palette.Ink3, 1.2f), Palette.Ink3, Palette.Wash),
        };

    /// <summary>In a box of this size, from its top left corner.</summary>
    public static void Draw(Pen pen, Severity severity, float x, float y, float size)
    {
        var unit = size / 10;
        var ink = Ink(severity);
        Stroke? stroke = ink.Stroke is { } line ? line with { Width = line.Width * unit } : null;
        switch (severity)
        {
            case Severity.Critical:
                pen.Polygon(Points(x, y, unit, (5, 0.2f), (9.8f, 5), (5, 9.8f), (0.2f, 5)), ink.Fill);
                break;
            case Severity.High:
                pen.Polygon(Points(x, y, unit, (5, 0.9f), (9.6f, 9.1f), (0.4f, 9.1f)), ink.Fill);
                break;
            case Severity.Medium:
                pen.Rectangle(new(x + (1.2f * unit), y + (1.2f * unit), 7.6f * unit, 7.6f * unit), ink.Fill, stroke);
                break;
            default:
                var radius = severity is Severity.Low ? 4.1f : 3;
                pen.Circle(x + (5 * unit), y + (5 * unit), radius * unit, ink.Fill, stroke);
                break;
        }
    }

    public static void Draw(Pen pen, RuleOutcome outcome, float x, float y, float size)
    {
        var unit = size / 10;
        switch (outcome)
        {
            case RuleOutcome.Pass:
                pen.Lines(Points(x, y, unit, (1.2f, 5.4f), (4, 8.2f), (8.8f, 2)), new(Palette.Pass, 1.9f * unit));
                break;
            case RuleOutcome.Fail:
                var cross = new Stroke(Palette.Fail, 1.9f * unit);
                pen.Lines(Points(x, y, unit, (1.8f, 1.8f), (8.2f, 8.2f)), cross);
                pen.Lines(Points(x, y, unit, (8.2f, 1.8f), (1.8f, 8.2f)), cross);
                break;
            case RuleOutcome.NotEvaluated:
                Hatch.Draw(pen, new(x + (0.4f * unit), y + (0.4f * unit), 9.2f * unit, 9.2f * unit), step: 2.4f);
                break;
            case RuleOutcome.Waived:
                pen.Circle(x + (5 * unit), y + (5 * unit), 4 * unit, Palette.White, new(Palette.Accent, 1.2f * unit));
                pen.Lines(Points(x, y, unit, (3, 5), (7, 5)), new(Palette.Accent, 1.2f * unit));
                break;
            default:
                pen.Lines(Points(x, y, unit, (1.5f, 5), (8.5f, 5)), new(Palette.Ink3, 1.3f * unit));
                break;
        }
    }

    /// <summary>A severity in a line of text.</summary>
    public static Span Of(Severity severity, TextStyle style, float size) =>
        InLine(style, size, (pen, x, y) => Draw(pen, severity, x, y, size));

    public static Span Of(RuleOutcome outcome, TextStyle style, float size) =>
        InLine(style, size, (pen, x, y) => Draw(pen, outcome, x, y, size));

    /// <summary>A severity mark as a piece, with its middle on the capitals of the first line of a style.</summary>
    public static Piece Piece(Severity severity, TextStyle style, float size) =>
        Beside(style, size, (pen, x, y) => Draw(pen, severity, x, y, size));

    public static Piece Piece(RuleOutcome outcome, TextStyle style, float size) =>
        Beside(style, size, (pen, x, y) => Draw(pen, outcome, x, y, size));

    private static Span InLine(TextStyle style, float size, Action<Pen, float, float> draw) =>
        Span.Drawing(size, style, (pen, x, baseline) => draw(pen, x, baseline - (style.Size * 0.364f) - (size / 2)));

    private static Piece Beside(TextStyle style, float size, Action<Pen, float, float> draw) =>
        new(style.Line, (pen, x, y) => draw(pen, x, y + ((style.Line - size) / 2)));

    private static (float X, float Y)[] Points(float x, float y, float unit, params (float X, float Y)[] points) =>
        Array.ConvertAll(points, point => (x + (point.X * unit), y + (point.Y * unit)));
}
