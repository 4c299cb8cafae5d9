using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Html.Findings;

/// <summary>Findings as rows alone, where there are too many for cards.</summary>
internal static class FindingTable
{
    private static readonly string[] Columns =
    [
        "Severity",
        "Rule",
        "Finding",
        "Object",
        "Role",
        "Observed",
        "Status",
        "Id",
    ];

    private static readonly string[] Widths = ["w8", "w6", "w24", "w24", "w14", "w10", "w8", "w6"];

    public static Element Of(ImmutableArray<ListedFinding> items, PageContext page) =>
        Element
            .Of(
                "div",
                Element
                    .Of(
                        "table",
                        Element.Of("caption", "Findings").Class("hush"),
                        Element.Of("colgroup", Widths.Select(width => Element.Of("col").Class(width))),
                        Element.Of(
                            "thead",
                            Element.Of("tr", Columns.Select(name => Element.Of("th", name).With("scope", "col")))
                        ),
                        Element.Of("tbody", items.Select(item => Row(item, page)))
                    )
                    .Class("many")
            )
            .Class("frame")
            .With("data-name", "Findings");

    private static Element Row(ListedFinding item, PageContext page)
    {
        var finding = item.Finding;
        return item.Marked(
            Element.Of(
                "tr",
                Element.Of("td", Symbols.Of(finding.Severity), " ", Say.Word(finding.Severity)).Class("nb"),
                Element.Of("td", finding.RuleId).With("id", page.First(Anchors.Rule(finding.RuleId))),
                Element.Of("th", finding.Title).With("scope", "row"),
                Element.Of("td", finding.Subject.Label, " ", Element.Of("code", finding.Subject.Id).Class("q")),
                Element.Of("td", item.Role),
                Element.Of("td", finding.Observed),
                Element.Of("td", Outcomes.Status(finding)),
                Element.Of("td", Element.Of("code", finding.ShortId))
            ),
            page
        );
    }
}
