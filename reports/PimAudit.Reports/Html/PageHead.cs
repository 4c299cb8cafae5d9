using PimAudit.Reports.Document;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html;

/// <summary>What a browser must know before it shows anything: that the page may load nothing and run one script.</summary>
internal static class PageHead
{
    public static Element Of(DocumentHead head) =>
        Element.Of(
            "head",
            Element.Of("meta").With("charset", "utf-8"),
            Element.Of("meta").With("http-equiv", "Content-Security-Policy").With("content", Policy),
            Element.Of("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
            Element.Of("meta").With("name", "color-scheme").With("content", "light"),
            Element.Of("meta").With("name", "referrer").With("content", "no-referrer"),
            Element.Of("meta").With("name", "robots").With("content", "noindex"),
            Element.Of("title", $"{head.Verdict}: {head.Tenant}, {head.Title}, {head.Period}"),
            Element.Of("style", new AssetNode(Asset.Style))
        );

    private static string Policy =>
        string.Join(
            "; ",
            "default-src 'none'",
            $"style-src {Asset.Style.Source}",
            $"script-src {Asset.Script.Source}",
            "base-uri 'none'",
            "form-action 'none'"
        );
}
