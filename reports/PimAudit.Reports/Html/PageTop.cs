using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html;

/// <summary>The verdict, its figures, what stays unknown, and how the findings weigh: what is seen without scrolling.</summary>
internal sealed class PageTop
{
    private readonly HashSet<Block> held;

    private PageTop(HashSet<Block> held, Element element) => (this.held, Element) = (held, element);

    public Element Element { get; }

    public static PageTop Of(ReportDocument document, PageContext page)
    {
        var blocks = BlockTree.Of(document).ToList();
        var verdict = blocks.OfType<VerdictBlock>().FirstOrDefault();
        var figures = blocks.OfType<KeyFigures>().FirstOrDefault();
        var chart = blocks.OfType<SeverityChart>().FirstOrDefault();
        var shown = new Block?[] { verdict, figures, chart }
            .OfType<Block>()
            .ToHashSet<Block>(ReferenceEqualityComparer.Instance);

        var head = document.Head;
        var counts =
            chart?.Counts ?? [.. head.Counts.Select(item => new SeverityCount(item.Severity, item.Count, null))];
        var element = Element
            .Of(
                "section",
                Element
                    .Of(
                        "div",
                        [
                            Said(head, verdict, page),
                            .. figures is null ? Array.Empty<Node>() : [FiguresMarkup.Of(figures)],
                        ]
                    )
                    .Class("verdict"),
                Notice(head, verdict?.Sentences.LastOrDefault(), page),
                SeverityMarkup.Of(counts)
            )
            .Class("top")
            .With("aria-labelledby", "verdict");
        var top = new PageTop(shown, element);
        return new(shown, element.With("id", page.First(top.Emptied(document)?.Anchor)));
    }

    /// <summary>A section without what is shown here.</summary>
    public Section Rest(Section section) =>
        section with
        {
            Blocks = [.. section.Blocks.Select(block => BlockTree.Without(block, held)).OfType<Block>()],
        };

    /// <summary>Links to a section of which nothing is left lead here.</summary>
    private Section? Emptied(ReportDocument document) =>
        document.Sections.FirstOrDefault(section => !section.Blocks.IsEmpty && Rest(section).Blocks.IsEmpty);

    /// <summary>The last sentence says what the report cannot say: it stands in the notice.</summary>
    private static Element Said(DocumentHead head, VerdictBlock? verdict, PageContext page) =>
        Element
            .Of(
                "div",
                [
                    Element.Of("p", $"{head.Title}, {head.Period}").Class("kicker"),
                    Element.Of("h1", head.Verdict).With("id", page.Unique("verdict")),
                    .. (verdict?.Sentences ?? []).SkipLast(1).Select(sentence => Element.Of("p", sentence)),
                ]
            )
            .Class("said");

    /// <summary>No filter hides it: what was not evaluated is never out of sight of the verdict.</summary>
    private static Element Notice(DocumentHead head, string? sentence, PageContext page)
    {
        var link = Element.Of("a", "Show coverage").With("href", $"#{Anchors.Coverage}");
        return Element
            .Of(
                "div",
                [
                    Element.Of(
                        "p",
                        Symbols.Named(head.IsComplete ? RuleOutcome.Pass : RuleOutcome.NotEvaluated),
                        " ",
                        Element.Of("strong", head.Coverage),
                        sentence is null ? "" : $" {sentence}"
                    ),
                    .. page.Has(Anchors.Coverage) ? new Node[] { link } : [],
                ]
            )
            .Class(head.IsComplete ? "notice" : "notice unknown");
    }
}
