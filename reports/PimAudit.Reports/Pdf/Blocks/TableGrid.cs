using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Where the columns of a table stand on paper.</summary>
internal sealed class TableGrid
{
    private const int ManyColumns = 6;
    private const float Above = 4.2f;
    private const float Below = 4;

    private readonly (float Above, float Below) padding;

    /// <param name="isTight">Rows of a dense table stand closer still.</param>
    public TableGrid(DataTable table, float width, bool isTight = false)
    {
        Width = width;
        padding =
            !table.IsDense ? (Above, Below)
            : isTight ? (1.8f, 1.6f)
            : (2.4f, 2.1f);
        var gap = table.Columns.Length > ManyColumns ? 4 : 7;
        var weights = Math.Max(1, table.Columns.Sum(column => column.Weight));
        var unit = (width - (gap * (table.Columns.Length - 1))) / weights;
        var x = 0f;
        var columns = new List<Column>();
        foreach (var column in table.Columns)
        {
            columns.Add(new(column.Header, x, column.Weight * unit, column.IsFigure ? Align.Right : Align.Left));
            x += (column.Weight * unit) + gap;
        }

        Columns = columns;
    }

    public float Width { get; }
    public IReadOnlyList<Column> Columns { get; }

    public Piece Heads() => new Table(Width, [.. Columns]).Heads();

    /// <summary>Cells in their columns, with room above and below.</summary>
    public Piece Placed(IReadOnlyList<Piece> cells) =>
        Piece
            .Beside([.. cells.Take(Columns.Count).Select((cell, at) => (Columns[at].X, cell))])
            .Inset(padding.Above, padding.Below);
}
