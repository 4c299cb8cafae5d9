using System.Collections.Immutable;
using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <param name="Section">Printed at the right of the head; null for a page without furniture.</param>
internal sealed record FlowPage(string? Section, List<Action<Pen>> Drawings);

/// <summary>Fills pages from top to bottom. A piece that does not fit moves to the next page.</summary>
internal sealed class Flow(Paper paper, PageIndex index, Memory memory, Caps caps)
{
    private const float FullPageSlack = 0.5f;
    private const float BetweenSections = 22;

    private readonly SortedDictionary<string, int> anchors = new(StringComparer.Ordinal);
    private string section = "";
    private float y;
    private float bottom = paper.Bottom;

    public List<FlowPage> Pages { get; } = [];
    public List<Bookmark> Bookmarks { get; } = [];
    public Paper Paper => paper;
    public float Remaining => bottom - y;

    /// <summary>Pages as known from the pass before.</summary>
    public PageIndex Index => index;

    public Caps Caps => caps;

    /// <summary>What passes before have set.</summary>
    public Memory Memory => memory;

    /// <summary>Pages as found in this pass.</summary>
    public PageIndex Found => new(anchors.ToImmutableSortedDictionary(StringComparer.Ordinal));

    public void Cover(Action<Pen> draw) => Pages.Add(new FlowPage(Section: null, [draw]));

    public void Section(string title, string anchor)
    {
        section = title;
        Begin();
        Anchor(title, anchor);
    }

    /// <summary>A section that shares its page with the one before it, where so much room is left.</summary>
    /// <returns>False where a page had to begin.</returns>
    public bool Joined(string title, string anchor, float room)
    {
        section = title;
        var isJoined = room + BetweenSections <= Remaining;
        if (isJoined)
            y += BetweenSections;
        else
            Begin();
        Anchor(title, anchor);
        return isJoined;
    }

    /// <summary>At the foot of the current page, which ends above it.</summary>
    public void Foot(Piece piece, float before)
    {
        bottom -= piece.Height;
        var top = bottom;
        Pages[^1].Drawings.Add(pen => piece.Draw(pen, paper.Left, top));
        bottom -= before;
    }

    public void Add(Piece piece, float before = 0) => Add(new Part([new(piece)], before));

    /// <param name="with">Room for what follows, which must stand on the same page.</param>
    public void Add(Part part, float with = 0)
    {
        if (part.Rows.Count == 0)
            return;
        if (!IsAtTop)
            y += part.Before;
        var head = part.Head?.Invoke(false);
        Need((head?.Height ?? 0) + part.LeastFrom(0) + with);
        if (head is not null)
            Place(new FlowRow(head));
        for (var at = 0; at < part.Rows.Count; at++)
        {
            if (!IsAtTop && part.LeastFrom(at) > Remaining + FullPageSlack)
                Continue(part);
            Place(part.Rows[at]);
        }
    }

    private bool IsAtTop => y <= Paper.Top;

    /// <summary>Begins a page where less than so much is left.</summary>
    private void Need(float height)
    {
        if (!IsAtTop && height > Remaining + FullPageSlack)
            Begin();
    }

    private void Continue(Part part)
    {
        Begin();
        if (part.Head is { } head)
            Place(new FlowRow(head(true)));
    }

    /// <summary>A place that contents and outline lead to.</summary>
    private void Anchor(string title, string anchor, int level = 0)
    {
        var top = y;
        anchors[anchor] = Pages.Count;
        Pages[^1].Drawings.Add(pen => pen.Destination(anchor, 0, Math.Max(0, top - 8)));
        Bookmarks.Add(new Bookmark(Printable.Plain(title), anchor, level));
    }

    private void Begin()
    {
        Pages.Add(new FlowPage(section, []));
        (y, bottom) = (Paper.Top, paper.Bottom);
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
