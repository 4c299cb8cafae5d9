using System.Collections.Immutable;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>Labels and what they stand for.</summary>
internal static class FactsMarkup
{
    public static Element Of(ImmutableArray<Fact> facts, PageContext? page = null) =>
        Element.Of("dl", facts.Select(fact => Pair(fact.Label, RichMarkup.Of(fact.Value, page)))).Class("facts");

    public static Element Pair(string label, params ReadOnlySpan<Node> value) =>
        Element.Of("div", Element.Of("dt", label), Element.Of("dd", value));
}
