using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pictures;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>The figures that stand for people, applications, groups and roles.</summary>
internal static class Nodes
{
    public const float Radius = 9;
    private const float Inner = Radius - 3.4f;

    /// <param name="fault">Colour of a faulty node.</param>
    public static void Draw(Pen pen, float x, float y, PathNode node, Colour fault)
    {
        var colour = node.Fault is null ? Palette.Ink : fault;
        switch (node.Figure)
        {
            case Figure.Role:
                Role(pen, x, y, colour);
                break;
            case Figure.OpenGroup:
                var broken = new Stroke(colour, 1.3f, (2.6f, 2.05f));
                pen.Circle(x, y, Radius, Palette.White, broken);
                pen.Circle(x, y, Inner, fill: null, new(colour, 1));
                break;
            case Figure.Group:
                pen.Circle(x, y, Radius, Palette.White, new(colour, 1.3f));
                pen.Circle(x, y, Inner, fill: null, new(colour, 1));
                break;
            case Figure.Person:
                Person(pen, x, y, colour);
                break;
            case Figure.People:
                pen.Circle(x + 4.5f, y, 7.8f, Palette.White, new(colour, 0.8f));
                Person(pen, x - 1, y, colour);
                break;
            case Figure.Application:
                pen.Polygon([(x, y - 9.5f), (x + 9.5f, y), (x, y + 9.5f), (x - 9.5f, y)], colour);
                pen.Circle(x, y, 2.6f, Palette.White);
                break;
            case Figure.Gone:
                Gone(pen, x, y, colour);
                break;
            default:
                pen.Circle(x, y, Radius, Palette.White, new(Palette.Unknown, 1));
                Hatch.Draw(pen, new(x - 5, y - 5, 10, 10), frame: false, step: 2.4f);
                break;
        }
    }

    private static void Role(Pen pen, float x, float y, Colour colour)
    {
        pen.Rectangle(new(x - 8.5f, y - 8.5f, 17, 17), colour);
        pen.Line(x - 3.6f, y, x + 3.6f, y, new(Palette.White, 1.4f));
        pen.Line(x, y - 3.6f, x, y + 3.6f, new(Palette.White, 1.4f));
    }

    private static void Person(Pen pen, float x, float y, Colour colour)
    {
        pen.Circle(x, y, Radius, colour);
        pen.Circle(x, y - 2.2f, 2.5f, Palette.White);
        pen.HalfDisc(x, y + 5.3f, 4.6f, Palette.White);
    }

    /// <summary>An empty disc, struck out.</summary>
    private static void Gone(Pen pen, float x, float y, Colour colour)
    {
        pen.Circle(x, y, Radius, Palette.White, new(colour, 1.3f));
        pen.Line(x - 6.2f, y + 6.2f, x + 6.2f, y - 6.2f, new(colour, 1.3f));
    }
}
