using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Html.Findings;

/// <summary>What the list can be narrowed by. Hidden until the script is there to serve it.</summary>
internal static class FilterMarkup
{
    public static Element Of(ImmutableArray<ListedFinding> items) =>
        Element
            .Of(
                "form",
                [
                    Element.Of(
                        "label",
                        Element.Of("span", "Search name, id, rule").Class("hush"),
                        Element
                            .Of("input")
                            .With("type", "search")
                            .With("name", "q")
                            .With("placeholder", "Search name, id, rule")
                            .With("autocomplete", "off")
                    ),
                    .. Group("Severity", "severity", Severities(items), items),
                    .. Group("Status", "status", Statuses(items), items),
                    .. Group("Approach", "approach", Approaches(items), items),
                    .. Group("Practice", "practice", Practices(items), items),
                ]
            )
            .Class("filters")
            .With("aria-label", "Filter findings")
            .With("hidden");

    private static IEnumerable<(Facet Facet, Node? Mark)> Severities(ImmutableArray<ListedFinding> items) =>
        Outcomes
            .Severities.Where(severity => items.Any(item => item.Finding.Severity == severity))
            .Select(severity => (Facet.Of(Say.Word(severity)), (Node?)Symbols.Of(severity)));

    private static IEnumerable<(Facet Facet, Node? Mark)> Statuses(ImmutableArray<ListedFinding> items) =>
        new[] { FindingStatus.New, FindingStatus.Open, FindingStatus.Waived, FindingStatus.Resolved }
            .Where(status => items.Any(item => item.Finding.Status == status))
            .Select(status => (Facet.Of(Say.Word(status)), (Node?)null));

    private static IEnumerable<(Facet Facet, Node? Mark)> Approaches(ImmutableArray<ListedFinding> items) =>
        Enum.GetValues<Approach>()
            .Where(approach => items.Any(item => item.Card?.Approach == approach))
            .Select(approach => (Facet.Of(Words.Approach(approach)), (Node?)Symbols.Of(approach)));

    private static IEnumerable<(Facet Facet, Node? Mark)> Practices(ImmutableArray<ListedFinding> items) =>
        Practice
            .Do.AddRange(Practice.DoNot)
            .Select(line => items.SelectMany(item => item.Practice).FirstOrDefault(facet => facet.Label == line.Label))
            .Where(facet => facet.Label is not null)
            .Select(facet => (facet, (Node?)null));

    /// <summary>Nothing where there is nothing to choose.</summary>
    private static IEnumerable<Node> Group(
        string title,
        string name,
        IEnumerable<(Facet Facet, Node? Mark)> options,
        ImmutableArray<ListedFinding> items
    )
    {
        var list = options.ToList();
        if (list.Count > 0)
            yield return Element
                .Of(
                    "fieldset",
                    [
                        Element.Of("legend", title),
                        .. list.Select(option =>
                            Option(name, option.Facet, option.Mark, Count(items, name, option.Facet.Value))
                        ),
                    ]
                )
                .Class($"by-{name}");
    }

    private static Element Option(string name, Facet facet, Node? mark, int count) =>
        Element.Of(
            "label",
            Element.Of("input").With("type", "checkbox").With("name", name).With("value", facet.Value),
            mark ?? "",
            Element.Of("span", facet.Label).Class("word"),
            Element.Of("span", count.ToString(CultureInfo.InvariantCulture)).Class("count")
        );

    private static int Count(ImmutableArray<ListedFinding> items, string name, string value) =>
        items.Count(item =>
            name switch
            {
                "severity" => item.Severity.Value == value,
                "status" => item.Status.Value == value,
                "approach" => item.Approach?.Value == value,
                _ => item.Practice.Any(line => line.Value == value),
            }
        );
}
