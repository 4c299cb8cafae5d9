using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html;

/// <summary>
/// The page as a whole. What a reader comes for stands first, whichever section holds it: the verdict and its figures, then
/// the findings, then every other section in the order of the document.
/// </summary>
internal static class HtmlPage
{
    private const string Main = "main";

    public static Element Of(ReportDocument document)
    {
        var page = new PageContext(document);
        var top = PageTop.Of(document, page);
        var sections = document
            .Sections.Select(top.Rest)
            .Where(section => !section.Blocks.IsEmpty)
            .OrderBy(section => section.Blocks.SelectMany(BlockTree.Of).Any(block => block is FindingList) ? 0 : 1)
            .ToList();
        return Element
            .Of("html", PageHead.Of(document.Head), Body(document.Head, top, sections, page))
            .With("lang", "en");
    }

    private static Element Body(DocumentHead head, PageTop top, List<Section> sections, PageContext page) =>
        Element.Of(
            "body",
            Element.Of("a", "Skip to the verdict").Class("skip").With("href", $"#{Main}"),
            Symbols.All(),
            PageBar.Of(head),
            Element
                .Of(
                    "main",
                    [top.Element, Contents(sections), .. sections.Select(section => SectionMarkup.Of(section, page))]
                )
                .With("id", page.Unique(Main))
                .With("tabindex", "-1"),
            PageFoot.Of(head),
            Element.Of("script", new AssetNode(Asset.Script))
        );

    private static Element Contents(List<Section> sections) =>
        Element
            .Of(
                "nav",
                Element.Of(
                    "ul",
                    sections.Select(section =>
                        Element.Of("li", Element.Of("a", section.Title).With("href", $"#{section.Anchor}"))
                    )
                )
            )
            .Class("contents")
            .With("aria-label", "Contents");
}
