using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pictures.Svg;

/// <summary>What lines, bars and figures mean.</summary>
internal static class PictureLegend
{
    private const float LineHeight = 22;
    private const float Gap = 6;
    private const float Between = 18;
    private const float Sample = 26;

    private static readonly TextStyle Style = PictureStyles.Dense;

    public static Piece Of(float width) =>
        Piece.Stack([
            Piece.Rule(width, 1, Palette.Ink),
            Piece.Gap(4),
            .. Broken([.. Lines(), .. Figures()], width).Select(Line),
        ]);

    private static IEnumerable<Item> Lines() =>
        [
            new(
                "stands open",
                Sample,
                (pen, x, y) => HopLine.Sample(pen, x, y, Sample, isDashed: false, isDotted: false)
            ),
            new(
                "must be activated",
                Sample,
                (pen, x, y) => HopLine.Sample(pen, x, y, Sample, isDashed: true, isDotted: false)
            ),
            new(
                "owner, could add himself",
                Sample,
                (pen, x, y) => HopLine.Sample(pen, x, y, Sample, isDashed: false, isDotted: true)
            ),
            new("gates: MFA or context, justification, ticket, approval", GateBars.Width, Bars(true, true, true, true)),
            new("not asked", GateBars.Bar, Bars(false)),
            new("not read or not known", GateBars.Bar, Bars((bool?)null)),
        ];

    private static IEnumerable<Item> Figures() =>
        [
            Node(Figure.Person, "person"),
            Node(Figure.People, "several people"),
            Node(Figure.Application, "application"),
            Node(Figure.Group, "group"),
            Node(Figure.OpenGroup, "group, not role-assignable"),
            Node(Figure.Gone, "deleted"),
            Node(Figure.Unknown, "unknown"),
            Node(Figure.Role, "role"),
        ];

    private static Action<Pen, float, float> Bars(params bool?[] asked) =>
        (pen, x, y) =>
            GateBars.Draw(pen, x, y, [.. asked.Select(one => new GateBar(one, IsMissed: false))], Severity.Info);

    private static Item Node(Figure figure, string word)
    {
        var node = new PathNode(new(ObjectKind.Other, "", word), figure, "");
        return new(
            word,
            figure is Figure.People ? 22 : 18,
            (pen, x, y) => Nodes.Draw(pen, x + 8, y, node, Palette.Ink)
        );
    }

    private static IEnumerable<List<Item>> Broken(IReadOnlyList<Item> items, float width)
    {
        var line = new List<Item>();
        foreach (var item in items)
        {
            if (line.Count > 0 && line.Sum(one => one.Width + Between) + item.Width > width)
            {
                yield return line;
                line = [];
            }

            line.Add(item);
        }

        yield return line;
    }

    private static Piece Line(List<Item> items) =>
        new(
            LineHeight,
            (pen, x, y) =>
            {
                foreach (var item in items)
                {
                    item.Draw(pen, x, y + (LineHeight / 2));
                    Text.Of(item.Word, Style, item.Width, 1)
                        .Draw(pen, x + item.Drawn + Gap, y + ((LineHeight - Style.Line) / 2));
                    x += item.Width + Between;
                }
            }
        );

    /// <param name="Drawn">Width of the drawing, pt.</param>
    private sealed record Item(string Word, float Drawn, Action<Pen, float, float> Draw)
    {
        public float Width => Drawn + Gap + Text.Width(Word, Style);
    }
}
