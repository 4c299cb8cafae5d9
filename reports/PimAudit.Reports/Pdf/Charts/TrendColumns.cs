using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>
/// A column for each run: up from the line Critical, High, Medium and below; down from it, hatched and in the same scale, the
/// rules that were not evaluated. A run under another profile is an empty place.
/// </summary>
internal static class TrendColumns
{
    private const float Width = 19;
    private const float Least = 1.5f;
    private const float MostDown = 16;
    private static readonly Colour Rest = new(0xDDE2E6);

    /// <param name="room">Height of the highest column, pt.</param>
    public static Piece Of(ImmutableArray<TrendRun> runs, float width, float room)
    {
        var most = Math.Max(1, runs.Where(run => run.IsComparable).Max(run => Total(run)));
        var unit = room / most;
        var down = runs.Where(run => run.IsComparable).Max(run => Depth(run, unit));
        var step = width / runs.Length;
        return new(
            10 + room + down + (down > 0 ? 10 : 0) + 21,
            (pen, x, y) =>
            {
                var line = y + 10 + room;
                for (var at = 0; at < runs.Length; at++)
                    Column(pen, runs[at], x + (at * step), step, line, unit, isLast: at == runs.Length - 1);
                pen.Line(x, line, x + width, line, new(Palette.Ink, 0.75f));
                for (var at = 0; at < runs.Length; at++)
                    Label(runs[at], at == runs.Length - 1, step)
                        .Draw(pen, x + (at * step), line + down + (down > 0 ? 10 : 0) + 1);
            }
        );
    }

    private static void Column(Pen pen, TrendRun run, float x, float step, float line, float unit, bool isLast)
    {
        var left = x + ((step - Width) / 2);
        var style = isLast ? Styles.Smallest.Bold : Styles.Smallest.Label;
        if (!run.IsComparable)
        {
            Text.Of("–", style, step, 1, Align.Centre).Draw(pen, x, line - 11);
            return;
        }

        var top = line;
        (int Count, Colour Fill)[] parts =
        [
            (run.Critical, Marks.Ink(Severity.Critical).Fill),
            (run.High, Marks.Ink(Severity.High).Fill),
            (run.Rest, Rest),
        ];
        foreach (var (count, fill) in parts.Where(part => part.Count > 0))
        {
            var height = Math.Max(Least, count * unit);
            pen.Rectangle(new(left, top - height, Width, height - 0.4f), fill);
            top -= height;
        }

        Text.Of(Figures.Text(Total(run)), style, step, 1, Align.Centre).Draw(pen, x, top - 10.5f);
        if (run.NotEvaluated == 0)
            return;
        var depth = Depth(run, unit);
        Hatch.Draw(pen, new(left, line + 0.8f, Width, depth), step: 2.4f);
        Text.Of(Figures.Text(run.NotEvaluated), style, step, 1, Align.Centre).Draw(pen, x, line + depth + 0.5f);
    }

    private static int Total(TrendRun run) => run.Critical + run.High + run.Rest;

    private static float Depth(TrendRun run, float unit) =>
        run.NotEvaluated == 0 ? 0 : Math.Clamp(run.NotEvaluated * unit, 3, MostDown);

    /// <summary>The year above the day, since columns are narrow.</summary>
    private static Piece Label(TrendRun run, bool isLast, float step)
    {
        var style = (isLast ? Styles.Smallest.Bold : Styles.Smallest.Label).Id;
        var cut = run.Label.IndexOf('-', StringComparison.Ordinal);
        return Piece.Stack([
            .. new[] { run.Label[..Math.Max(0, cut)], run.Label[(cut + 1)..] }
                .Where(text => text.Length > 0)
                .Select(text => Text.Of(text, style, step, 1, Align.Centre)),
        ]);
    }
}
