using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html;

/// <summary>What identifies the run and its evidence.</summary>
internal static class PageFoot
{
    public static Element Of(DocumentHead head) =>
        Element.Of(
            "footer",
            Element.Of("h2", "This report"),
            FactsMarkup.Of([
                .. head.Facts,
                new Fact($"SHA-256 of {head.HashedFile}", Rich.Line(new IdRun(head.ResultSha256))),
                new Fact("Classification", $"{head.Classification}, {head.Content}"),
            ])
        );
}
