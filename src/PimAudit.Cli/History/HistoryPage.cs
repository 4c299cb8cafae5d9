using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>Lines and marked rows on the standard output, as wide as the terminal.</summary>
internal sealed class HistoryPage(Surroundings surroundings, bool noColor)
{
    private readonly Paint paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);

    public void Line(string text) => Line(text, line => line);

    public void Title(string text) => Line(text, paint.Bold);

    public void Quiet(string text) => Line(text, paint.Quiet);

    public void Gap() => surroundings.Out.WriteLine();

    /// <param name="rows">Texts that are safe to print, as <see cref="MarkedList"/> takes them; at least one row.</param>
    public void Rows(IEnumerable<(Glyph Mark, ImmutableArray<string> Row)> rows)
    {
        ImmutableArray<(Glyph Mark, ImmutableArray<string> Row)> all = [.. rows];
        new MarkedList(paint, surroundings.Out, surroundings.Width).Print(
            [.. all.Select(row => row.Mark)],
            [.. all.Select(row => row.Row)]
        );
    }

    private void Line(string text, Func<string, string> dress)
    {
        foreach (var line in Prose.Lines(text, surroundings.Width))
            surroundings.Out.WriteLine(dress(line));
    }
}
