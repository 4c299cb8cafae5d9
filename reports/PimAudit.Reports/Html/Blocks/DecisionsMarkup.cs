using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>Decisions, and who must take them.</summary>
internal static class DecisionsMarkup
{
    public static Element Of(DecisionList list) =>
        Element
            .Of(
                "div",
                HeadingMarkup.Of(list.Title),
                Element.Of(
                    "ol",
                    list.Decisions.Select(decision =>
                        Element.Of("li", decision.What, " ", Element.Of("span", decision.Who).Class("q line"))
                    )
                )
            )
            .Class("prose");
}
