using System.Collections.Immutable;
using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>Page sizes; the content is equally wide on all of them, so there is one layout.</summary>
/// <param name="Width">pt.</param>
/// <param name="Height">pt.</param>
internal sealed record Paper(float Width, float Height)
{
    public const float ContentWidth = 499.28f;
    public const float Top = 52;

    public static readonly Paper A4 = new(595.28f, 841.89f);
    public static readonly Paper Letter = new(612, 792);

    public float Left => (Width - ContentWidth) / 2;
    public float Bottom => Height - 56;
}

/// <summary>On which page an anchor stands; empty in the first pass.</summary>
internal sealed record PageIndex(ImmutableSortedDictionary<string, int> Pages)
{
    public static readonly PageIndex Empty = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>As wide as a page number before the pages are known.</summary>
    public string this[string anchor] => Pages.TryGetValue(anchor, out var page) ? Figures.Text(page) : "00";
}

/// <param name="Section">Printed at the right of the head; null for a page without furniture.</param>
internal sealed record FlowPage(string? Section, List<Action<Pen>> Drawings);

/// <summary>A row of a table.</summary>
/// <param name="Anchor">Name of the place where it stands; null for most rows.</param>
/// <param name="Title">For the outline; null where there is no anchor.</param>
internal sealed record FlowRow(Piece Piece, string? Anchor = null, string? Title = null);

/// <summary>Fills pages from top to bottom. A piece that does not fit moves to the next page.</summary>
internal sealed class Flow(Paper paper, PageIndex index)
{
    private const float FullPageSlack = 0.5f;

    private readonly SortedDictionary<string, int> anchors = new(StringComparer.Ordinal);
    private float y;

    public List<FlowPage> Pages { get; } = [];
    public List<Bookmark> Bookmarks { get; } = [];
    public Paper Paper => paper;
    public float Remaining => paper.Bottom - y;

    /// <summary>Pages as known from the pass before.</summary>
    public PageIndex Index => index;

    /// <summary>Pages as found in this pass.</summary>
    public PageIndex Found => new(anchors.ToImmutableSortedDictionary(StringComparer.Ordinal));

    public void Cover(Action<Pen> draw) => Pages.Add(new FlowPage(Section: null, [draw]));

    /// <summary>Begins a page with the rule that opens it.</summary>
    public void Section(string title, string anchor)
    {
        Begin(title);
        Anchor(title, anchor);
    }

    /// <summary>A section that shares its page with the one before it, where so much room is left.</summary>
    public void Joined(string title, string anchor, float room)
    {
        if (room > Remaining)
            Begin(title);
        else
            y += 24;
        Anchor(title, anchor);
    }

    public void Add(Piece piece, float before = 0) => Add(new FlowRow(piece), before);

    public void Add(FlowRow row, float before = 0)
    {
        if (!IsAtTop)
            y += before;
        if (!IsAtTop && row.Piece.Height > Remaining + FullPageSlack)
            Begin(Pages[^1].Section ?? "");
        Place(row);
    }

    /// <summary>Begins a page where less than so much is left.</summary>
    public void Need(float height)
    {
        if (!IsAtTop && height > Remaining)
            Begin(Pages[^1].Section ?? "");
    }

    /// <summary>Rows under a head that is repeated on every page.</summary>
    /// <param name="head">Given whether the table continues from the page before.</param>
    public void Table(Func<bool, Piece> head, IReadOnlyList<FlowRow> rows, float before = 0)
    {
        if (rows.Count == 0)
            return;

        var first = head(false);
        if (!IsAtTop)
            y += before;
        Need(first.Height + rows[0].Piece.Height);
        Place(new FlowRow(first));
        foreach (var row in rows)
        {
            if (row.Piece.Height > Remaining + FullPageSlack)
            {
                Begin(Pages[^1].Section ?? "");
                Place(new FlowRow(head(true)));
            }

            Place(row);
        }
    }

    /// <summary>At the foot of the current page, or of the next one where it does not fit.</summary>
    public void AtFoot(Piece piece, float before = 16)
    {
        if (piece.Height + before > Remaining)
            Begin(Pages[^1].Section ?? "");
        var top = paper.Bottom - piece.Height;
        Pages[^1].Drawings.Add(pen => piece.Draw(pen, paper.Left, top));
        y = paper.Bottom;
    }

    /// <summary>A place that contents and outline lead to.</summary>
    private void Anchor(string title, string anchor, int level = 0)
    {
        var top = y;
        anchors[anchor] = Pages.Count;
        Pages[^1].Drawings.Add(pen => pen.Destination(anchor, 0, Math.Max(0, top - 8)));
        Bookmarks.Add(new Bookmark(title, anchor, level));
    }

    private bool IsAtTop => y <= Paper.Top;

    private void Begin(string section)
    {
        Pages.Add(new FlowPage(section, []));
        y = Paper.Top;
    }

    private void Place(FlowRow row)
    {
        if (row.Anchor is { } anchor)
            Anchor(row.Title ?? anchor, anchor, level: 1);
        var top = y;
        Pages[^1].Drawings.Add(pen => row.Piece.Draw(pen, paper.Left, top));
        y += row.Piece.Height;
    }
}
