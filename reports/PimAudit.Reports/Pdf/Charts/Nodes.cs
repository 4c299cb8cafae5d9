using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>The figures that stand for people, applications, groups and roles.</summary>
internal static class Nodes
{
    private const float Radius = 9;

    /// <param name="fault">Colour of a faulty node.</param>
    public static void Draw(Pen pen, float x, float y, PathNode node, Colour fault)
    {
        var colour = node.Fault is null ? Palette.Ink : fault;
        switch (node.Object.Kind)
        {
            case ObjectKind.Role:
                Role(pen, x, y, colour);
                break;
            case ObjectKind.Group when node.IsOpenGroup:
                var broken = new Stroke(colour, 1.3f, (2.6f, 2.05f));
                pen.Circle(x, y, Radius, Palette.White, broken);
                pen.Circle(x, y, Radius - 3.4f, fill: null, new(colour, 1));
                break;
            case ObjectKind.Group:
                pen.Circle(x, y, Radius, Palette.White, new(colour, 1.3f));
                pen.Circle(x, y, Radius - 3.4f, fill: null, new(colour, 1));
                break;
            case ObjectKind.User:
                Person(pen, x, y, colour);
                break;
            default:
                pen.Polygon([(x, y - 9.5f), (x + 9.5f, y), (x, y + 9.5f), (x - 9.5f, y)], colour);
                pen.Circle(x, y, 2.6f, Palette.White);
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
}
