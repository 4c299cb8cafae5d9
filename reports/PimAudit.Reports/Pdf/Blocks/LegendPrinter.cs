using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Marks with their meaning: in columns where they need words, else in one line.</summary>
internal static class LegendPrinter
{
    private const int MostColumns = 4;
    private const float Gutter = 13;

    public static Part Of(Legend legend, Setting setting, float width) =>
        Part.Of(
            legend.Items.All(item => item.Meaning.Length > 0)
                ? Piece.Stack([.. legend.Items.Chunk(MostColumns).Select(row => Row(row, setting, width))])
                : Line(legend, setting, width),
            before: 16
        );

    private static Piece Row(LegendItem[] items, Setting setting, float width)
    {
        var column = (width - (Gutter * (MostColumns - 1))) / MostColumns;
        return Piece.Beside([.. items.Select((item, at) => (at * (column + Gutter), Column(item, setting, column)))]);
    }

    private static Piece Column(LegendItem item, Setting setting, float width) =>
        Piece.Stack(
            Piece.Rule(width, 0.75f, Palette.Ink),
            RichText.Of(item.Mark, RichLook.Cell with { Text = Styles.Table.Bold }, setting.Index, width).Inset(4),
            Text.Of(item.Meaning, Styles.Small.Label, width, 2)
        );

    private static Piece Line(Legend legend, Setting setting, float width)
    {
        var spans = new List<Span>();
        foreach (var item in legend.Items)
        {
            foreach (var run in item.Mark.Lines.SelectMany(line => line))
                spans.AddRange(RichText.Spans(run, Styles.Table, setting.Index));
            spans.Add(new(item.Meaning.Length == 0 ? "      " : $" {item.Meaning}      ", Styles.Table.Label));
        }

        return Piece.Stack(Piece.Rule(width, 0.75f, Palette.Ink), Text.Of(spans, width, 2).Inset(4));
    }
}
