using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Html.Blocks;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Html.Findings;

/// <summary>All that a finding says, in the order in which it is read: who, by which path, what is wrong, what to do, what proves it.</summary>
internal static class CardMarkup
{
    public static Element Of(FindingCard card, PageContext page) =>
        Element
            .Of(
                "div",
                [
                    Who(card),
                    .. card.Ways.Select(way => WayMarkup.Of(way, card.Finding.Severity)),
                    .. card.More is { } more ? new Node[] { Element.Of("p", more).Class("q") } : [],
                    Judged(card.Finding),
                    .. Commands(card.Finding),
                    Proof(card, page),
                ]
            )
            .Class("card");

    private static Element Who(FindingCard card)
    {
        var subject = card.Finding.Subject;
        return Element
            .Of(
                "p",
                [
                    .. subject.DisplayName is null
                        ? Array.Empty<Node>()
                        : [Element.Of("b", subject.Label), $", {Words.Kind(subject.Kind)} "],
                    Element.Of("code", subject.Id),
                    .. card.Login is { } login ? new Node[] { " ", Element.Of("code", login).Class("q") } : [],
                    " ",
                    CopyMarkup.Button("object id", subject.Id),
                ]
            )
            .Class("who");
    }

    private static Element Judged(Finding finding) =>
        Element
            .Of(
                "dl",
                FactsMarkup.Pair("Observed", Element.Of("b", finding.Observed)),
                FactsMarkup.Pair("Expected", finding.Expected),
                FactsMarkup.Pair("Why it matters", finding.Why),
                FactsMarkup.Pair(
                    "How to fix",
                    Element.Of("ol", finding.Fix.Steps.Select(step => Element.Of("li", step)))
                )
            )
            .Class("judged");

    private static IEnumerable<Node> Commands(Finding finding)
    {
        if (finding.Fix.Command is { } command)
            yield return CopyMarkup.Command("Command that fixes it", command);
        if (Outcomes.IsOpen(finding) && WaiverCommand.Of(finding) is { } waiver)
            yield return CopyMarkup.Command("Command that waives it", waiver);
    }

    private static Element Proof(FindingCard card, PageContext page)
    {
        var finding = card.Finding;
        return Element
            .Of(
                "dl",
                [
                    .. card.Evidence.Select(fact => FactsMarkup.Pair(fact.Label, RichMarkup.Of(fact.Value, page))),
                    .. card.Requests is { } requests ? new Node[] { FactsMarkup.Pair("Read by", requests) } : [],
                    .. Outcomes.IsOpen(finding) && WaiverCommand.Of(finding) is null
                        ? new Node[] { FactsMarkup.Pair("Waiver", WaiverCommand.ByHand) }
                        : [],
                    FactsMarkup.Pair("Practice", card.Practice),
                    FactsMarkup.Pair("Who must act", card.Owner),
                    .. card.Controls.IsEmpty ? Array.Empty<Node>() : [FactsMarkup.Pair("Controls", Controls(card))],
                    FactsMarkup.Pair(
                        "Finding",
                        Element.Of("code", finding.ShortId),
                        $", {finding.RuleId} {finding.RuleName}, {Outcomes.Status(finding).ToLowerInvariant()}"
                    ),
                ]
            )
            .Class("facts");
    }

    private static Element Controls(FindingCard card) =>
        Element.Of(
            "span",
            card.Controls.Select(control =>
                Element
                    .Of(
                        "span",
                        $"{control.Relation} {control.Framework} ",
                        Element.Of("code", control.Id),
                        $", {control.Title}"
                    )
                    .Class("line")
            )
        );
}
