using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>Room for names, days and signatures, for whoever prints the page.</summary>
internal static class SignaturesMarkup
{
    public static Element Of(SignatureBlock block) =>
        Element.Of("ul", block.Signatures.Select(One)).Class("signatures");

    private static Element One(Signature signature) =>
        Element.Of(
            "li",
            Element.Of("strong", signature.Who),
            Element.Of("p", signature.Statement),
            Element.Of("p", "Name, date, signature").Class("sign")
        );
}
