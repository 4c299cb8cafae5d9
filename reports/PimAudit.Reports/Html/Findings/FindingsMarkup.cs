using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Html.Findings;

/// <summary>
/// All findings with their filters. Without script every finding is open and no filter is shown; above
/// <see cref="MostCards"/> findings there are rows alone, or no browser would bear the page.
/// </summary>
internal static class FindingsMarkup
{
    public const int MostCards = 2000;

    public static Element Of(FindingList list, PageContext page)
    {
        if (list.Open.IsEmpty && list.Others.IsEmpty)
            return Element.Of("p", list.Empty).Class("prose");

        var isShort = list.Open.Length + list.Others.Length <= MostCards;
        ImmutableArray<ListedFinding> items =
        [
            .. list
                .Open.AddRange(list.Others)
                .Select(finding => ListedFinding.Of(finding, isShort ? list.Card(finding) : null)),
        ];
        return Element.Of(
            "div",
            [
                .. NoHeavy(list),
                Element.Of("div", FilterMarkup.Of(items), Listing(items, isShort, page)).Class("listing"),
            ]
        );
    }

    private static IEnumerable<Node> NoHeavy(FindingList list)
    {
        if (!list.Open.Any(finding => finding.Severity >= Severity.High))
            yield return Element.Of("p", list.NoHeavy).Class("prose");
    }

    private static Element Listing(ImmutableArray<ListedFinding> items, bool isShort, PageContext page) =>
        Element
            .Of(
                "div",
                [
                    Head(items),
                    .. isShort ? Array.Empty<Node>() : [Element.Of("p", Long).Class("q")],
                    isShort
                        ? Element.Of("ul", items.Select(item => FindingMarkup.Of(item, page))).Class("rows")
                        : FindingTable.Of(items, page),
                    Element.Of("p", "No finding matches the filters.").Class("none").With("hidden"),
                ]
            )
            .Class("found");

    private static readonly string Long =
        $"There are more than {Say.Number(MostCards)} findings, so each of them is one row here. Paths, reasons, fixes and "
        + "evidence stand in the workbook, sheet Findings.";

    /// <summary>The script says here how many are shown and by which filter.</summary>
    private static Element Head(ImmutableArray<ListedFinding> items) =>
        Element
            .Of(
                "div",
                Element
                    .Of("p", $"{Say.Count(items.Length, "finding")}{Kinds(items)}")
                    .Class("shown")
                    .With("role", "status"),
                Element.Of("button", "Show all").Class("clear").With("type", "button").With("hidden"),
                SortMarkup.Of()
            )
            .Class("head");

    private static string Kinds(ImmutableArray<ListedFinding> items)
    {
        var others = items.Count(item => !Outcomes.IsOpen(item.Finding));
        return others == 0 ? "" : $", {Say.Number(others)} of them waived or resolved";
    }
}
