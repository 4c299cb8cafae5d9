using PimAudit.Model;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Html.Findings;

/// <summary>One row of the list, which opens to the whole finding.</summary>
internal static class FindingMarkup
{
    public static Element Of(ListedFinding item, PageContext page)
    {
        var finding = item.Finding;
        var row = Element.Of(
            "summary",
            Element.Of("span", Symbols.Of(finding.Severity), " ", Say.Word(finding.Severity)).Class("sev"),
            " ",
            Element
                .Of("span", finding.RuleId)
                .Class("rule")
                .With("id", page.First(Document.Anchors.Rule(finding.RuleId))),
            " ",
            Element.Of("span", finding.Title).Class("title"),
            " ",
            Element.Of("span", item.Role).Class("role"),
            " ",
            Element
                .Of("span", Outcomes.Status(finding))
                .Class(finding.Status is FindingStatus.New ? "status b" : "status")
        );
        return item.Marked(
            Element.Of("li", Element.Of("details", row, CardMarkup.Of(item.Card!, page)).With("open")),
            page
        );
    }
}
