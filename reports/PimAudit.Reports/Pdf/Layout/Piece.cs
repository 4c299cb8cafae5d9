using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>Something measured that is drawn with its top left corner at a place; it never splits.</summary>
/// <param name="Height">pt.</param>
internal sealed record Piece(float Height, Action<Pen, float, float> Draw)
{
    public static readonly Piece Nothing = new(0, static (_, _, _) => { });

    public static Piece Gap(float height) => new(height, static (_, _, _) => { });

    public static Piece Rule(float width, float weight, Colour colour) =>
        new(weight, (pen, x, y) => pen.Line(x, y + (weight / 2), x + width, y + (weight / 2), new(colour, weight)));

    /// <summary>One below the other.</summary>
    public static Piece Stack(params IReadOnlyList<Piece> pieces) =>
        new(
            pieces.Sum(piece => piece.Height),
            (pen, x, y) =>
            {
                foreach (var piece in pieces)
                {
                    piece.Draw(pen, x, y);
                    y += piece.Height;
                }
            }
        );

    /// <summary>Side by side, each at its distance from the left.</summary>
    public static Piece Beside(params IReadOnlyList<(float X, Piece Piece)> pieces) =>
        new(
            pieces.Count == 0 ? 0 : pieces.Max(item => item.Piece.Height),
            (pen, x, y) =>
            {
                foreach (var (left, piece) in pieces)
                    piece.Draw(pen, x + left, y);
            }
        );

    /// <summary>Room above, below and at the left.</summary>
    public Piece Inset(float top, float bottom = 0, float left = 0) =>
        new(top + Height + bottom, (pen, x, y) => Draw(pen, x + left, y + top));

    /// <summary>At least so high.</summary>
    public Piece AtLeast(float height) => this with { Height = Math.Max(height, Height) };

    /// <summary>With something drawn first, over the height of the piece.</summary>
    public Piece Behind(Action<Pen, float, float, float> draw) =>
        new(
            Height,
            (pen, x, y) =>
            {
                draw(pen, x, y, Height);
                Draw(pen, x, y);
            }
        );
}
