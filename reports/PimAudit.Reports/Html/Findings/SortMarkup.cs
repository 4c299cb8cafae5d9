using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Findings;

/// <summary>By what the list can be sorted; the script knows the same names.</summary>
internal static class SortMarkup
{
    private static readonly (string Name, string Label)[] Orders =
    [
        ("severity", "severity, rule"),
        ("rule", "rule"),
        ("object", "object"),
        ("role", "role"),
        ("status", "status"),
    ];

    public static Element Of() =>
        Element
            .Of(
                "label",
                "sorted by ",
                Element
                    .Of("select", Orders.Select(order => Element.Of("option", order.Label).With("value", order.Name)))
                    .With("name", "sort")
            )
            .Class("sort")
            .With("hidden");
}
