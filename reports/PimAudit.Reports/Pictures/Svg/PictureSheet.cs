using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pictures.Svg;

/// <summary>Places a picture on a sheet that is as wide as its longest path asks: head, gaps, bands of rows, legend, notes.</summary>
internal sealed class PictureSheet
{
    private const float Margin = 20;
    private const float Side = 164;
    private const float Gutter = 16;
    private const float Edge = 60;
    private const float ShortestSpan = 500;
    private const float ShortestStep = 150;
    private const float Air = 6;
    private const int MostNodes = 7;

    private readonly AccessPicture picture;
    private readonly float span;
    private readonly float inner;

    public PictureSheet(AccessPicture picture)
    {
        this.picture = picture;
        var nodes = picture.Bands.SelectMany(band => band.Rows).Max(row => (int?)row.Nodes.Length) ?? 0;
        span = Math.Max(ShortestSpan, ShortestStep * (Math.Min(nodes, MostNodes) - 1));
        inner = Side + Gutter + (2 * Edge) + span;
    }

    /// <summary>pt.</summary>
    public float Width => inner + (2 * Margin);

    public Piece Content =>
        Piece
            .Stack([
                Head(),
                .. picture.Question.Unread.IsEmpty ? Array.Empty<Piece>() : [Unread()],
                .. picture.Bands.SelectMany(Band),
                PictureLegend.Of(inner),
                Foot(),
            ])
            .Inset(Margin, Margin, Margin);

    private Piece Head()
    {
        var question = picture.Question;
        return Piece
            .Stack(
                Text.Name(question.Subject.Label, PictureStyles.Title, inner),
                Text.Name(question.Aside, PictureStyles.Dense.Label, inner).Inset(1),
                Text.Of($"{question.Tenant}, {question.Taken}", PictureStyles.Dense.Label, inner, 2).Inset(1),
                Text.Of(picture.Lead, PictureStyles.Dense.Bold, inner, 2).Inset(3)
            )
            .Inset(0, 10);
    }

    /// <summary>Beside a hatched bar: unknown, not empty.</summary>
    private Piece Unread()
    {
        var lines = picture.Question.Unread.Select(line => Text.Of(line, PictureStyles.Dense, inner - 24, 4));
        return Piece
            .Stack([.. lines])
            .Inset(4, 4, left: 24)
            .Behind((pen, x, y, height) => Hatch.Draw(pen, new(x, y, 14, height)))
            .Inset(0, 12);
    }

    private IEnumerable<Piece> Band(PictureBand band)
    {
        if (band.Name is { } name)
            yield return Piece
                .Stack(
                    Piece.Rule(inner, 1, Palette.Ink),
                    Text.Of(name, PictureStyles.Heading, inner, 1).Inset(8),
                    Text.Of(band.Caption, PictureStyles.Dense.Label, inner, 2)
                )
                .Inset(10, 8);
        if (band.Rows.IsEmpty)
            yield return Ruled(Text.Of(band.Empty, PictureStyles.Dense, inner, 2));
        foreach (var row in band.Rows)
            yield return Ruled(Row(row));
        if (band.More > 0)
            yield return Ruled(Text.Of(PictureWords.More(band.More), PictureStyles.Dense.Bold, inner, 2));
    }

    private Piece Ruled(Piece piece) => Piece.Stack(Piece.Rule(inner, 0.75f, Palette.Line), piece.Inset(10, 12));

    private Piece Row(PathRow row)
    {
        var (nodes, hops) = NodeWords.Fold(row.Nodes, row.Hops, MostNodes);
        var step = span / (nodes.Count - 1);
        var label = Math.Clamp(step * 0.42f, 64, (2 * Edge) - 10);
        var strip = PathStrip.Of(nodes, hops, new(Edge, step, label, step - label - Air), style: PictureStyles.Small);
        return Piece.Beside((0, Beside(row, isFolded: nodes.Count < row.Nodes.Length)), (Side + Gutter, strip));
    }

    private static Piece Beside(PathRow row, bool isFolded)
    {
        var names = RowWords.Names(row);
        Piece[] pieces =
        [
            Text.Of(row.Head, PictureStyles.Head, Side, 2),
            Text.Of(row.Aside, PictureStyles.Dense.Label, Side, 3),
            .. names.Length == 0 ? Array.Empty<Piece>() : [Text.Of(names, PictureStyles.Small, Side, 8).Inset(3)],
            .. row.Remarks.Select(remark => Text.Of(remark, PictureStyles.Small.Bold, Side, 4).Inset(3)),
            .. isFolded
                ? [Text.Of(RowWords.Path(row), PictureStyles.Small.Label, Side, 16).Inset(3)]
                : Array.Empty<Piece>(),
        ];
        return Piece.Stack(pieces);
    }

    private Piece Foot() =>
        Piece
            .Stack([.. picture.Question.Notes.Select(note => Text.Of(note, PictureStyles.Small.Label, inner, 4))])
            .Inset(10);
}
