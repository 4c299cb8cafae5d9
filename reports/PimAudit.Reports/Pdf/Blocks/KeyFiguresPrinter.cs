using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Large figures with their labels: one below the other in a column, side by side over a page.</summary>
internal static class KeyFiguresPrinter
{
    private const float Narrow = 260;
    private const float FigureWidth = 66;
    private const float Gutter = 12;

    public static Part Of(KeyFigures block, float width)
    {
        if (width < Narrow)
            return Part.Of(
                Piece.Stack([
                    .. block.Figures.SelectMany(
                        (figure, at) =>
                            at == 0
                                ? [Row(figure, width, FigureWidth)]
                                : new[] { Furnishing.Hairline(width), Row(figure, width, FigureWidth) }
                    ),
                ])
            );

        var column = (width - (Gutter * (block.Figures.Length - 1))) / Math.Max(1, block.Figures.Length);
        var figureWidth = Math.Min(FigureWidth, block.Figures.Max(WidthOf) + 10);
        return Part.Of(
            Piece.Stack(
                Piece.Beside([
                    .. block.Figures.Select((figure, at) => (at * (column + Gutter), Row(figure, column, figureWidth))),
                ]),
                Furnishing.Hairline(width)
            ),
            before: 4
        );
    }

    private static float WidthOf(KeyFigure figure) =>
        Text.Width(figure.Figure, Styles.Figure) + Text.Width($" {figure.Unit}", Styles.Body.Label);

    private static Piece Row(KeyFigure figure, float width, float figureWidth)
    {
        Span[] large =
            figure.Unit.Length == 0
                ? [new(figure.Figure, Styles.Figure)]
                : [new(figure.Figure, Styles.Figure), new($" {figure.Unit}", Styles.Body.Label)];
        var words = width - figureWidth + 2;
        return Piece
            .Beside(
                (0, Text.Of(large, figureWidth, 1)),
                (
                    figureWidth - 2,
                    Piece
                        .Stack(
                            Text.Of(figure.Label, Styles.Table, words, 2),
                            Text.Of(figure.Note, Styles.Table.Label, words, 2)
                        )
                        .Inset(2)
                )
            )
            .Inset(5, 5);
    }
}
