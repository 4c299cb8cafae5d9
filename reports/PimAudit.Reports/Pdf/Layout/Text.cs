using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>A stretch of text in one style, or a small drawing that stands in the line.</summary>
/// <param name="Mark">Drawn with the left end of its base line at a place; null for text.</param>
/// <param name="MarkWidth">pt.</param>
/// <param name="Link">Name of a destination; null for none.</param>
internal sealed record Span(
    string Text,
    TextStyle Style,
    Action<Pen, float, float>? Mark = null,
    float MarkWidth = 0,
    string? Link = null
)
{
    public static Span Drawing(float width, TextStyle style, Action<Pen, float, float> draw) =>
        new("", style, draw, width);
}

/// <summary>Sets text in lines.</summary>
internal static class Text
{
    private const int Longest = 600;
    private const int Tail = 6;
    private const float Nudge = 4;

    public static Piece Of(string text, TextStyle style, float width, int most = 40, Align align = Align.Left) =>
        Of([new Span(text, style)], width, most, align);

    public static Piece Of(IReadOnlyList<Span> spans, float width, int most = 40, Align align = Align.Left)
    {
        var limited = spans.Select(span => span with { Text = Limit(span.Text, Longest) }).ToList();
        var lines = Lines.Break(limited, width, most);
        var leading = spans.Count == 0 ? 0 : spans.Max(span => span.Style.Line);
        var size = spans.Count == 0 ? 0 : spans.Max(span => span.Style.Size);
        return new(
            lines.Count * leading,
            (pen, x, y) =>
            {
                // Half of the space left by the letters stands above them: 0.727 is the cap height of Inter.
                var baseline = y + ((leading + (size * 0.727f)) / 2);
                foreach (var line in lines)
                {
                    Draw(pen, x + Start(align, width - line.Width), baseline, line, align);
                    baseline += leading;
                }
            }
        );
    }

    /// <summary>A name: at most two lines, then an ellipsis before its last six characters.</summary>
    public static Piece Name(string name, TextStyle style, float width, int most = 2, Align align = Align.Left) =>
        Of(Shorten(name, style, width, most), style, width, most, align);

    /// <summary>The name as far as so many lines hold it, cut before its last six characters.</summary>
    public static string Shorten(string name, TextStyle style, float width, int most = 2)
    {
        var limited = Limit(name, Longest);
        if (Fits(limited))
            return limited;

        var (fits, fails) = (Tail + 1, limited.Length);
        while (fails - fits > 1)
        {
            var middle = (fits + fails) / 2;
            if (Fits(Limit(limited, middle)))
                fits = middle;
            else
                fails = middle;
        }

        return Limit(limited, fits);

        bool Fits(string text) => Lines.Break([new Span(text, style)], width, int.MaxValue).Count <= most;
    }

    /// <summary>Centred, in as few lines as the width allows, and those about equally long.</summary>
    public static Piece Balanced(string text, TextStyle style, float width, int most)
    {
        var lines = Count(width);
        var narrow = width;
        var longest = Breaks.Of([new Span(text, style)]).Select(WidthOf).DefaultIfEmpty(0).Max();
        while (narrow - Nudge >= Math.Max(longest, width / 2) && Count(narrow - Nudge) == lines)
            narrow -= Nudge;
        return lines > most
            ? Of(text, style, width, most, Align.Centre)
            : Of(text, style, narrow, most, Align.Centre).Inset(0, left: (width - narrow) / 2);

        int Count(float room) => Lines.Break([new Span(text, style)], room, int.MaxValue).Count;
        float WidthOf(Word word) => word.Atoms.Sum(atom => atom.Width);
    }

    public static float Width(string text, TextStyle style) =>
        Printable.Parts(text, style.Borrows).Sum(part => Typeface.Width(part.Text, style));

    /// <summary>Cut in the middle, never inside a surrogate pair.</summary>
    private static string Limit(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var head = Math.Max(1, most - Tail - 1);
        if (char.IsHighSurrogate(text[head - 1]))
            head--;
        var tail = text.Length - Tail;
        if (char.IsLowSurrogate(text[tail]))
            tail++;
        return $"{text[..head].TrimEnd()}…{text[tail..]}";
    }

    private static float Start(Align align, float room) =>
        align switch
        {
            Align.Right => room,
            Align.Centre => room / 2,
            _ => 0,
        };

    private static void Draw(Pen pen, float x, float baseline, TextLine line, Align align)
    {
        // Runs that stand side by side keep together at the left.
        var anchor = line.Runs.Count == 1 ? align : Align.Left;
        foreach (var run in line.Runs)
        {
            if (run.Span.Mark is { } mark)
                mark(pen, x + run.X, baseline);
            else
                pen.Text(x + run.X, baseline, run.Text, run.Style, anchor);
            if (run.Span.Link is { } link)
                pen.Link(new(x + run.X, baseline - run.Style.Size, run.Width, run.Style.Line), link);
        }
    }
}
