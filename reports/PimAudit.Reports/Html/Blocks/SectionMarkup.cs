using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Findings;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>A section: its title, its lead, and one renderer for each type of block.</summary>
internal static class SectionMarkup
{
    public static Element Of(Section section, PageContext page)
    {
        var id = page.Unique(section.Anchor);
        return Element
            .Of(
                "section",
                [
                    Element.Of("h2", section.Title).With("id", $"{id}-title"),
                    .. section.Lead.Length == 0 ? Array.Empty<Node>() : [Element.Of("p", section.Lead).Class("lead")],
                    .. section.Blocks.Select(block => Of(block, section, page)),
                ]
            )
            .With("id", id)
            .With("aria-labelledby", $"{id}-title");
    }

    private static Node Of(Block block, Section section, PageContext page) =>
        block switch
        {
            Heading heading => HeadingMarkup.Of(heading.Text, heading.Note),
            Paragraph paragraph => Element.Of("p", RichMarkup.Of(paragraph.Text, page)).Class(ToneOf(paragraph.Tone)),
            FactList list => FactsMarkup.Of(list.Facts, page),
            VerdictBlock verdict => VerdictMarkup.Of(verdict),
            KeyFigures figures => FiguresMarkup.Of(figures),
            DecisionList list => DecisionsMarkup.Of(list),
            SignatureBlock signatures => SignaturesMarkup.Of(signatures),
            DataTable table => TableMarkup.Of(table, section.Title, page),
            SeverityChart chart => SeverityMarkup.Titled(chart),
            OutcomeChart chart => OutcomesMarkup.Of(chart, page),
            TrendChart chart => TrendMarkup.Of(chart),
            FindingList list => FindingsMarkup.Of(list, page),
            Legend legend => LegendMarkup.Of(legend, page),
            Beside pair => Element
                .Of(
                    "div",
                    Element.Of("div", Of(pair.Left, section, page)),
                    Element.Of("div", Of(pair.Right, section, page))
                )
                .Class(pair.Share > 0.55f ? "beside wide" : "beside"),
            _ => throw new NotSupportedException($"The page has no renderer for {block.GetType().Name}."),
        };

    private static string ToneOf(Tone tone) =>
        tone switch
        {
            Tone.Strong => "prose b",
            Tone.Quiet => "prose q",
            _ => "prose",
        };
}
