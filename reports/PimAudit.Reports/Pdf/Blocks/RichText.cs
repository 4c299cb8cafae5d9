using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;
using TextRun = PimAudit.Reports.Document.TextRun;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>How rich text is set.</summary>
/// <param name="Quiet">Of lines that are quiet as a whole.</param>
/// <param name="Most">Lines of plain text.</param>
/// <param name="MostShort">Lines of names and of quiet text.</param>
internal sealed record RichLook(TextStyle Text, TextStyle Quiet, int Most = 8, int MostShort = 2)
{
    public static readonly RichLook Body = new(Styles.Body, Styles.Dense.Label, Most: 20, MostShort: 12);
    public static readonly RichLook Dense = new(Styles.Dense, Styles.Small.Label, Most: 14, MostShort: 6);
    public static readonly RichLook Cell = new(Styles.Table, Styles.Smallest.Label);

    /// <summary>Of rows that nothing judges.</summary>
    public static readonly RichLook Aside = new(Styles.Table.Aside, Styles.Smallest.Aside);
}

/// <summary>Sets the lines of rich text.</summary>
internal static class RichText
{
    private const float MarkSize = 7;
    private const float MarkGap = 5;
    private const float ApproachWidth = 25;

    public static Piece Of(Rich rich, RichLook look, PageIndex index, float width, Align align = Align.Left) =>
        Piece.Stack([.. rich.Lines.Where(line => !line.IsEmpty).Select(line => Line(line, look, index, width, align))]);

    private static Piece Line(ImmutableArray<Run> line, RichLook look, PageIndex index, float width, Align align)
    {
        var isQuiet = line.All(run => run is TextRun { Tone: Tone.Quiet } or IdRun { Tone: Tone.Quiet });
        var style = isQuiet ? look.Quiet : look.Text;
        var most =
            line.Any(run => run is IdRun) ? look.Most
            : isQuiet || line.Any(IsShort) ? look.MostShort
            : look.Most;
        if (align is Align.Left && line.Length > 1 && Bare(line[0], style) is { } mark)
        {
            const float Indent = MarkSize + MarkGap;
            return Piece.Beside((0, mark), (Indent, Line(line[1..], look, index, width - Indent, align)));
        }

        return line is [TextRun only]
            ? Text.Name(only.Text, Toned(style, only.Tone), width, most, align)
            : Text.Of([.. line.SelectMany(run => Spans(run, style, index))], width, most, align);
    }

    private static bool IsShort(Run run) => run is TextRun { Tone: not Tone.Plain } or TextRun { IsName: true };

    /// <summary>A mark without its word stands in a margin of its own where it begins a line; null for anything else.</summary>
    private static Piece? Bare(Run run, TextStyle style) =>
        run switch
        {
            SeverityRun { IsNamed: false } severity => Marks.Piece(severity.Severity, style, MarkSize),
            OutcomeRun { IsNamed: false } outcome => Marks.Piece(outcome.Outcome, style, MarkSize),
            _ => null,
        };

    public static IEnumerable<Span> Spans(Run run, TextStyle style, PageIndex index) =>
        run switch
        {
            TextRun text => [new(text.Text, Toned(style, text.Tone))],
            IdRun id => [new(id.Id, Toned(style, id.Tone).Id)],
            LinkRun link => [new($"{link.Text}, page {index[link.Anchor]}", style, Link: link.Anchor)],
            SeverityRun severity => Named(
                Marks.Of(severity.Severity, style, MarkSize),
                severity.IsNamed ? Say.Word(severity.Severity) : "",
                style
            ),
            OutcomeRun outcome => Named(
                Marks.Of(outcome.Outcome, style, MarkSize),
                outcome.IsNamed ? Say.Word(outcome.Outcome) : "",
                style
            ),
            ApproachRun approach => [Glyph(approach, style), new(Words.Approach(approach.Approach), style)],
            _ => throw new NotSupportedException($"Nothing sets a {run.GetType().Name} on paper."),
        };

    private static IEnumerable<Span> Named(Span mark, string word, TextStyle style) =>
        word.Length == 0 ? [mark] : [mark, new($"  {word}", style)];

    private static Span Glyph(ApproachRun run, TextStyle style) =>
        Span.Drawing(
            ApproachWidth + MarkGap,
            style,
            (pen, x, baseline) =>
                PathGlyph.Draw(
                    pen,
                    x,
                    baseline - (style.Size * 0.364f),
                    ApproachWidth,
                    run.Approach,
                    run.State is HopState.Eligible
                )
        );

    private static TextStyle Toned(TextStyle style, Tone tone) =>
        tone switch
        {
            Tone.Strong => style.Bold,
            Tone.Quiet => style.Label,
            _ => style,
        };
}
