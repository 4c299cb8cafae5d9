using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>A stretch in one style without a break.</summary>
internal sealed record Atom(string Text, TextStyle Style, Span Span)
{
    public bool IsSpace => Text == " " && Span.Mark is null;

    public float Width => Span.Mark is null ? Typeface.Width(Text, Style) : Span.MarkWidth;
}

/// <param name="SpaceBefore">What parts it from the word before; null where nothing does.</param>
/// <param name="BreaksBefore">It begins a line whatever room there is.</param>
internal sealed record Word(IReadOnlyList<Atom> Atoms, Atom? SpaceBefore, bool BreaksBefore = false);

/// <summary>Finds the places where a line may end.</summary>
internal static class Breaks
{
    public static IEnumerable<Word> Of(IReadOnlyList<Span> spans)
    {
        var atoms = new List<Atom>();
        Atom? space = null;
        foreach (var atom in spans.SelectMany(Atoms))
        {
            if (atom.IsSpace)
            {
                if (atoms.Count > 0)
                    yield return new(atoms, space);
                space = atoms.Count > 0 || space is null ? atom : space with { Text = space.Text + atom.Text };
                atoms = [];
                continue;
            }

            atoms.Add(atom);
        }

        if (atoms.Count > 0)
            yield return new(atoms, space);
    }

    private static IEnumerable<Atom> Atoms(Span span)
    {
        if (span.Mark is not null)
            return [new Atom("", span.Style, span)];

        return Printable
            .Parts(span.Text, span.Style.Borrows)
            .SelectMany(part => part.IsEscape ? [new Atom(part.Text, span.Style.Aside, span)] : Plain(part.Text, span));
    }

    /// <summary>Words and single spaces in turn; <c>RAG - Name</c> holds together around its dash, a figure with its unit.</summary>
    private static IEnumerable<Atom> Plain(string text, Span span)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != ' ' || IsGlued(text, at))
                continue;
            if (at > start)
                yield return new(text[start..at], span.Style, span);
            yield return new(" ", span.Style, span);
            start = at + 1;
        }

        if (start < text.Length)
            yield return new(text[start..], span.Style, span);
    }

    private static bool IsGlued(string text, int at) =>
        IsDash(text, at + 1)
        || IsDash(text, at - 1)
        || (at > 0 && char.IsAsciiDigit(text[at - 1]) && IsUnit(text.AsSpan(at + 1)));

    private static bool IsUnit(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" ,.;)");
        return (end < 0 ? rest : rest[..end]) is "h" or "min" or "s" or "%" or "UTC";
    }

    private static bool IsDash(string text, int at) =>
        at > 0 && at < text.Length - 1 && text[at] == '-' && text[at - 1] == ' ' && text[at + 1] == ' ';
}
