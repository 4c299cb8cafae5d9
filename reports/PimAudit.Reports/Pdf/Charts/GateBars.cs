using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pictures;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>Four bars in fixed places: MFA or context, justification, ticket, approval.</summary>
internal static class GateBars
{
    public const float Width = 21;
    public const float Bar = 2.6f;
    private const float Height = 13;

    public static void Draw(Pen pen, float x, float y, IReadOnlyList<GateBar> bars, Severity severity)
    {
        for (var at = 0; at < bars.Count; at++)
        {
            var left = x + (at * (Width - Bar) / 3);
            var box = new Box(left, y - (Height / 2), Bar, Height);
            var hollow = new Box(box.X + 0.4f, box.Y + 0.4f, box.Width - 0.8f, box.Height - 0.8f);
            if (bars[at].Asked is null)
                Hatch.Draw(pen, box, step: 2);
            else if (bars[at].Asked is true)
                pen.Rectangle(box, Palette.Ink);
            else if (!bars[at].IsMissed)
                pen.Rectangle(hollow, Palette.White, new(Palette.Ink3, 0.8f));
            else
            {
                pen.Rectangle(hollow, Palette.White, new(Marks.Ink(severity).Lines, 0.9f));
                Marks.Draw(pen, severity, left + (Bar / 2) - 3, box.Bottom + 1, 6);
            }
        }
    }
}
