using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>A verdict that is not the one at the top of the page.</summary>
internal static class VerdictMarkup
{
    public static Element Of(VerdictBlock block) =>
        Element
            .Of(
                "div",
                [HeadingMarkup.Of(block.Verdict), .. block.Sentences.Select(sentence => Element.Of("p", sentence))]
            )
            .Class("prose");
}
