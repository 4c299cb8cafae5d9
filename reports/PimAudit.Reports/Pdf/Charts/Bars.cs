using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>Bars whose parts are as wide as their counts; the numbers stand beside them.</summary>
internal static class Bars
{
    public const float Height = 16;
    private const float Least = 3;
    private const float Gap = 1;

    /// <param name="counts">Critical first.</param>
    public static Piece Severities(IReadOnlyList<(Severity Severity, int Count)> counts, float width) =>
        Draw(
            counts,
            width,
            (pen, box, severity) =>
            {
                var ink = Marks.Ink(severity);
                pen.Rectangle(Inside(box), ink.Fill, ink.Stroke is null ? null : new(ink.Lines, 0.8f));
            }
        );

    public static Piece Outcomes(IReadOnlyList<(RuleOutcome Outcome, int Count)> counts, float width) =>
        Draw(
            counts,
            width,
            (pen, box, outcome) =>
            {
                switch (outcome)
                {
                    case RuleOutcome.Pass:
                        pen.Rectangle(Inside(box), Palette.PassFill, new(Palette.Pass, 0.8f));
                        break;
                    case RuleOutcome.Fail:
                        pen.Rectangle(box, Palette.Fail);
                        break;
                    case RuleOutcome.NotEvaluated:
                        Hatch.Draw(pen, box);
                        break;
                    case RuleOutcome.Waived:
                        pen.Rectangle(Inside(box), Palette.White, new(Palette.Accent, 0.8f));
                        break;
                    default:
                        pen.Rectangle(Inside(box), Palette.White, new(Palette.Ink3, 0.8f));
                        break;
                }
            }
        );

    private static Piece Draw<T>(IReadOnlyList<(T Kind, int Count)> counts, float width, Action<Pen, Box, T> draw)
    {
        var parts = Widths([.. counts.Select(item => item.Count)], width);
        return new(
            Height,
            (pen, x, y) =>
            {
                if (parts.Sum() <= 0)
                    pen.Rectangle(Inside(new(x, y, width, Height)), Palette.White, new(Palette.Ink3, 0.8f));
                for (var at = 0; at < parts.Length; at++)
                {
                    if (parts[at] <= 0)
                        continue;
                    draw(pen, new(x, y, parts[at], Height), counts[at].Kind);
                    x += parts[at] + Gap;
                }
            }
        );
    }

    /// <summary>In proportion, none of the counted ones below three points, all together with gaps as wide as asked.</summary>
    internal static float[] Widths(int[] counts, float width)
    {
        var shown = counts.Count(count => count > 0);
        if (shown == 0)
            return new float[counts.Length];

        var room = width - (Gap * (shown - 1));
        var total = (float)counts.Sum();
        var small = Array.ConvertAll(counts, count => count > 0 && count / total * room < Least);
        var rest = room - (small.Count(isSmall => isSmall) * Least);
        var restTotal = (float)counts.Where((_, at) => !small[at]).Sum();
        return [.. counts.Select((count, at) => small[at] ? Least : count / restTotal * rest)];
    }

    private static Box Inside(Box box) => new(box.X + 0.4f, box.Y + 0.4f, box.Width - 0.8f, box.Height - 0.8f);
}
