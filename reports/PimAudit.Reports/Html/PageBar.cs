using PimAudit.Reports.Document;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Reports.Html;

/// <summary>Whose page it is, when it was true, and who may see it.</summary>
internal static class PageBar
{
    public static Element Of(DocumentHead head) =>
        Element
            .Of(
                "header",
                Element.Of("span", Logo(), "PimAudit").Class("brand"),
                Element.Of("span", head.Tenant).Class("tenant"),
                Labelled("Snapshot", head.TakenAt),
                Labelled("Run", head.RunId),
                Element.Of("strong", head.Classification).Class("class")
            )
            .Class("bar");

    private static Element Labelled(string label, string id) =>
        Element.Of("span", $"{label} ", Element.Of("code", id)).Class("q");

    /// <summary>A person, a group, a role: the second hop must be activated.</summary>
    private static Element Logo()
    {
        var pen = new SvgPen();
        pen.Circle(2.6f, 5, 2.6f, Palette.Ink);
        pen.Line(5, 5, 10, 5, new(Palette.Ink, 1.2f));
        pen.Circle(13, 5, 3, Palette.White, new(Palette.Ink, 1.2f));
        pen.Line(16, 5, 20.5f, 5, new(Palette.Ink, 1.2f, (1.5f, 1.3f)));
        pen.Rectangle(new(20.5f, 2.4f, 5.2f, 5.2f), Palette.Accent);
        return Element
            .Of("svg", new DrawnNode(pen))
            .Class("logo")
            .With("viewBox", "0 0 26 10")
            .With("aria-hidden", "true");
    }
}
