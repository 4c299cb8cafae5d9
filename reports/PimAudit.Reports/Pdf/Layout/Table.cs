using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <param name="X">From the left of the table, pt.</param>
internal sealed record Column(string Head, float X, float Width, Align Align = Align.Left);

/// <summary>A table with thin rules between its rows and none between its columns.</summary>
internal sealed record Table(float Width, params Column[] Columns)
{
    private const float Above = 4.2f;
    private const float Below = 4;

    /// <summary>Heads over a rule.</summary>
    public Piece Heads()
    {
        var heads = Columns.Select(column =>
            (column.X, Text.Of(column.Head, Styles.TableHead, column.Width, 3, column.Align))
        );
        return Ruled(Piece.Beside([.. heads]));
    }

    /// <summary>One cell a column; fewer cells leave the last columns empty.</summary>
    public Piece Row(params IReadOnlyList<Piece> cells)
    {
        var placed = cells.Select((cell, at) => (Columns[at].X, cell));
        return Lined(Piece.Beside([.. placed]).Inset(Above, Below), Width);
    }

    /// <summary>With the hairline that ends a row.</summary>
    public static Piece Lined(Piece row, float width) => Piece.Stack(row, Piece.Rule(width, 0.5f, Palette.Line));

    public static Piece Continued(string name, float width) =>
        Text.Of($"{name}, continued", Styles.Small.Aside, width, 1).Inset(6, 6);

    private Piece Ruled(Piece heads)
    {
        var height = heads.Height + 4;
        return new(
            height + 0.75f,
            (pen, x, y) =>
            {
                heads.Draw(pen, x, y);
                pen.Line(x, y + height, x + Width, y + height, new(Palette.Ink, 0.75f));
            }
        );
    }
}
