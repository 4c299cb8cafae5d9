using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>A stretch in one style without a break.</summary>
internal sealed record Atom(string Text, TextStyle Style, Span Span)
{
    public float Width => Span.Mark is null ? Typeface.Width(Text, Style) : Span.MarkWidth;
}

/// <param name="SpaceBefore">Style of the space that parts it from the word before; null where none stands.</param>
/// <param name="BreaksBefore">It begins a line whatever room there is.</param>
internal sealed record Word(IReadOnlyList<Atom> Atoms, TextStyle? SpaceBefore, bool BreaksBefore = false);

/// <summary>Finds the places where a line may end.</summary>
internal static class Breaks
{
    public static IEnumerable<Word> Of(IReadOnlyList<Span> spans)
    {
        var atoms = new List<Atom>();
        TextStyle? space = null;
        foreach (var atom in spans.SelectMany(Atoms))
        {
            if (atom.Text == " " && atom.Span.Mark is null)
            {
                if (atoms.Count > 0)
                    yield return new(atoms, space);
                if (atoms.Count > 0 || space is null)
                    space = atom.Style;
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
            .Parts(span.Text)
            .SelectMany(part => part.IsEscape ? [new Atom(part.Text, span.Style.Aside, span)] : Plain(part.Text, span));
    }

    /// <summary>Words and single spaces in turn; <c>RAG - Name</c> holds together around its dash.</summary>
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

    private static bool IsGlued(string text, int at) => IsDash(text, at + 1) || IsDash(text, at - 1);

    private static bool IsDash(string text, int at) =>
        at > 0 && at < text.Length - 1 && text[at] == '-' && text[at - 1] == ' ' && text[at + 1] == ' ';
}
