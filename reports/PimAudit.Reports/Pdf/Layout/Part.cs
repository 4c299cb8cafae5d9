namespace PimAudit.Reports.Pdf.Layout;

/// <summary>A row of a table, or a piece by itself.</summary>
/// <param name="Anchor">Name of the place where it stands; null for most rows.</param>
/// <param name="Title">For the outline; null where there is no anchor.</param>
/// <param name="KeepsNext">It never stands last on a page.</param>
internal sealed record FlowRow(Piece Piece, string? Anchor = null, string? Title = null, bool KeepsNext = false);

/// <summary>A stretch of a block, ready to be placed: it may break between its rows.</summary>
/// <param name="Before">Distance from what stands above, pt.</param>
/// <param name="Head">Given whether the rows continue from the page before; null where nothing stands above them.</param>
/// <param name="KeepsNext">It never stands last on a page.</param>
internal sealed record Part(
    IReadOnlyList<FlowRow> Rows,
    float Before = 0,
    Func<bool, Piece>? Head = null,
    bool KeepsNext = false
)
{
    public static Part Of(Piece piece, float before = 0, bool keepsNext = false) =>
        new([new(piece)], before, KeepsNext: keepsNext);

    /// <summary>On one page, with what stands above.</summary>
    public float Height => Before + (Head?.Invoke(false).Height ?? 0) + Rows.Sum(row => row.Piece.Height);

    /// <summary>The least that stands on the page where the part begins.</summary>
    public float Least => Before + (Head?.Invoke(false).Height ?? 0) + (Rows.Count == 0 ? 0 : LeastFrom(0));

    /// <summary>Height of a row and of those that must follow it on its page.</summary>
    public float LeastFrom(int at)
    {
        var height = Rows[at].Piece.Height;
        while (Rows[at].KeepsNext && at + 1 < Rows.Count)
            height += Rows[++at].Piece.Height;
        return height;
    }

    /// <summary>Everything as one piece that never splits.</summary>
    public static Piece Together(IEnumerable<Part> parts)
    {
        var pieces = new List<Piece>();
        foreach (var part in parts)
        {
            if (pieces.Count > 0)
                pieces.Add(Piece.Gap(part.Before));
            if (part.Head is { } head)
                pieces.Add(head(false));
            pieces.AddRange(part.Rows.Select(row => row.Piece));
        }

        return Piece.Stack(pieces);
    }
}
