using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>Diagonal lines: unknown, everywhere, and nothing else.</summary>
internal static class Hatch
{
    public static void Draw(Pen pen, Box box, bool frame = true, float step = 3, Colour? colour = null)
    {
        var stroke = new Stroke(colour ?? Palette.Unknown, step < 3 ? 0.7f : 0.8f);
        pen.Rectangle(box, Palette.White);
        for (var along = step; along < box.Width + box.Height; along += step)
        {
            // The line x + y = along, cut to the box: it rises from left to right.
            var (leftX, leftY) = along <= box.Height ? (0f, along) : (along - box.Height, box.Height);
            var (rightX, rightY) = along <= box.Width ? (along, 0f) : (box.Width, along - box.Width);
            pen.Line(box.X + leftX, box.Y + leftY, box.X + rightX, box.Y + rightY, stroke);
        }

        if (frame)
            pen.Rectangle(
                new(box.X + 0.4f, box.Y + 0.4f, box.Width - 0.8f, box.Height - 0.8f),
                fill: null,
                new(colour ?? Palette.Unknown, 0.8f)
            );
    }
}
