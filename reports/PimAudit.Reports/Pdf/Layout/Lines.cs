using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <param name="X">From the start of the line, pt.</param>
internal readonly record struct TextRun(string Text, TextStyle Style, Span Span, float X, float Width);

/// <param name="Width">Without a space at the end, pt.</param>
internal sealed record TextLine(IReadOnlyList<TextRun> Runs, float Width);

/// <summary>Breaks text at spaces; a word wider than the line breaks where it must.</summary>
internal static class Lines
{
    private const string Joints = "/-_.@,;:";

    public static List<TextLine> Break(IReadOnlyList<Span> spans, float width, int most)
    {
        var lines = new List<TextLine>();
        var line = new List<Atom>();
        var used = 0f;
        foreach (var word in Breaks.Of(spans).SelectMany(word => Fit(word, width)))
        {
            var length = word.Atoms.Sum(atom => atom.Width);
            var space = line.Count > 0 && word.SpaceBefore is { } gap ? gap.Width : 0;
            if (line.Count > 0 && (word.BreaksBefore || used + space + length > width + 0.01f))
            {
                lines.Add(Set(line));
                line = [];
                (used, space) = (0, 0);
            }

            if (line.Count > 0 && word.SpaceBefore is { } between)
                line.Add(between);
            line.AddRange(word.Atoms);
            used += space + length;
        }

        if (line.Count > 0)
            lines.Add(Set(line));
        return lines.Count <= most ? lines : Cut(lines, most, width);
    }

    /// <summary>A word as it is, or in parts that fit the width.</summary>
    private static IEnumerable<Word> Fit(Word word, float width)
    {
        if (word.Atoms.Sum(atom => atom.Width) <= width || word.Atoms.Any(atom => atom.Span.Mark is not null))
        {
            yield return word;
            yield break;
        }

        var isFirst = true;
        foreach (var part in Parts(word, width))
        {
            yield return isFirst ? word with { Atoms = part } : new Word(part, SpaceBefore: null, BreaksBefore: true);
            isFirst = false;
        }
    }

    private static IEnumerable<List<Atom>> Parts(Word word, float width)
    {
        var part = new List<Atom>();
        var used = 0f;
        foreach (var atom in word.Atoms)
        {
            var rest = atom;
            while (used + rest.Width > width)
            {
                var count = Count(rest, width - used);
                if (count > 0)
                    part.Add(rest with { Text = rest.Text[..count] });
                if (part.Count > 0)
                    yield return part;
                (part, used) = ([], 0f);
                rest = rest with { Text = rest.Text[count..].TrimStart() };
            }

            part.Add(rest);
            used += rest.Width;
        }

        if (part.Count > 0)
            yield return part;
    }

    /// <summary>How many characters fit; up to a joint if there is one in the last half, never within a pair.</summary>
    private static int Count(Atom atom, float room)
    {
        var count = 0;
        while (count < atom.Text.Length && Typeface.Width(atom.Text[..(count + 1)], atom.Style) <= room)
            count++;
        count = Last(atom.Text, count, IsJoint) ?? Last(atom.Text, count, IsNextWord) ?? count;
        if (count > 0 && char.IsHighSurrogate(atom.Text[count - 1]))
            count--;
        return room > atom.Style.Size * 2 ? Math.Max(1, count) : count;
    }

    /// <summary>The last place in the second half of so many characters; null where there is none.</summary>
    private static int? Last(string text, int count, Func<string, int, bool> isPlace)
    {
        for (var at = count; at > count / 2; at--)
            if (isPlace(text, at))
                return at;
        return null;
    }

    private static bool IsJoint(string text, int at) => Joints.Contains(text[at - 1], StringComparison.Ordinal);

    /// <summary>Where a <c>CompoundName</c> begins its next word.</summary>
    private static bool IsNextWord(string text, int at) =>
        at < text.Length && char.IsLower(text[at - 1]) && char.IsUpper(text[at]);

    private static List<TextLine> Cut(List<TextLine> lines, int most, float width)
    {
        var kept = lines.Take(most).ToList();
        var last = kept[^1];
        var atoms = last.Runs.Select(run => new Atom(run.Text, run.Style, run.Span)).ToList();
        while (atoms.Count > 0)
        {
            var end = atoms[^1];
            var text = end.Text.TrimEnd();
            var before = Set(atoms[..^1]).Width;
            while (text.Length > 0 && before + Typeface.Width(text + "…", end.Style) > width)
                text = text[..^(char.IsLowSurrogate(text[^1]) && text.Length > 1 ? 2 : 1)];
            if (text.Length > 0 && end.Span.Mark is null)
            {
                atoms[^1] = end with { Text = text.TrimEnd() + "…" };
                break;
            }

            atoms.RemoveAt(atoms.Count - 1);
        }

        kept[^1] = Set(atoms);
        return kept;
    }

    /// <summary>Joins what has one style, so that a run is shaped and copied as a whole.</summary>
    private static TextLine Set(IReadOnlyList<Atom> atoms)
    {
        var runs = new List<TextRun>();
        var x = 0f;
        for (var at = 0; at < atoms.Count; )
        {
            var first = atoms[at];
            var text = first.Text;
            for (at++; at < atoms.Count && Joins(first, atoms[at]); at++)
                text += atoms[at].Text;
            var run = first with { Text = text };
            runs.Add(new TextRun(text, first.Style, first.Span, x, run.Width));
            x += run.Width;
        }

        return new(runs, x);
    }

    private static bool Joins(Atom first, Atom next) =>
        first.Span.Mark is null
        && next.Span.Mark is null
        && first.Style == next.Style
        && string.Equals(first.Span.Link, next.Span.Link, StringComparison.Ordinal);
}
