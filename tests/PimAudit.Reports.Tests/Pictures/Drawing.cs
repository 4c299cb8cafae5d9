using System.Globalization;
using System.Xml.Linq;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pictures;
using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Reports.Tests.Pictures;

/// <summary>An SVG document as a reader finds it: written, then parsed.</summary>
internal sealed class Drawing(AccessPicture picture)
{
    private const float Ascent = 0.73f;
    private const float Descent = 0.22f;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public string Source { get; } = SvgPicture.Write(picture);

    public XElement Root => XDocument.Parse(Source).Root!;

    public IEnumerable<string> Texts => Root.Descendants(Svg + "text").Select(text => text.Value);

    /// <summary>What a screen reader says after the title.</summary>
    public string[] Description => Root.Element(Svg + "desc")!.Value.Split('\n');

    public IEnumerable<string> NodeTitles =>
        Root.Descendants(Svg + "g").Select(node => node.Element(Svg + "title")!.Value);

    /// <summary>Pairs of texts that stand on each other, and texts that leave the sheet.</summary>
    public IEnumerable<string> Collisions()
    {
        var boxes = Root.Descendants(Svg + "text").Select(text => (text.Value, Box: BoxOf(text))).ToList();
        var sheet = Root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        foreach (
            var (text, box) in boxes.Where(one =>
                one.Box.X < 0 || one.Box.Right > sheet[2] || one.Box.Bottom > sheet[3]
            )
        )
            yield return $"'{text}' leaves the sheet";
        for (var one = 0; one < boxes.Count; one++)
        for (var other = one + 1; other < boxes.Count; other++)
            if (Meet(boxes[one].Box, boxes[other].Box))
                yield return $"'{boxes[one].Value}' and '{boxes[other].Value}'";
    }

    private static bool Meet(Box one, Box other) =>
        one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    private static Box BoxOf(XElement text)
    {
        var size = Number(text.Attribute("font-size")!.Value);
        var weight = text.Attribute("font-weight") is null ? Weight.Regular : Weight.SemiBold;
        var style = new TextStyle(size, size, weight, Palette.Ink, Borrows: true);
        var width = Typeface.Width(text.Value, style);
        var left =
            text.Attribute("text-anchor")?.Value switch
            {
                "middle" => -width / 2,
                "end" => -width,
                _ => 0,
            } + Number(text.Attribute("x")!.Value);
        return new(left, Number(text.Attribute("y")!.Value) - (size * Ascent), width, size * (Ascent + Descent));
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
