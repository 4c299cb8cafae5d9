using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Html.Blocks;

/// <summary>Lines of runs.</summary>
internal static class RichMarkup
{
    private const int IdLength = 36;

    /// <param name="page">Null where a text holds no links.</param>
    public static Element Of(Rich rich, PageContext? page = null) =>
        rich.Lines is [var only]
            ? Element.Of("span", Line(only, page))
            : Element.Of("span", rich.Lines.Select(line => Element.Of("span", Line(line, page)).Class("line")));

    private static IEnumerable<Node> Line(ImmutableArray<Run> runs, PageContext? page)
    {
        for (var at = 0; at < runs.Length; at++)
        {
            if (at > 0 && NeedsSpace(runs[at - 1], runs[at]))
                yield return " ";
            yield return Of(runs[at], page);
        }
    }

    /// <summary>A mark keeps its distance on paper; words bring theirs along.</summary>
    private static bool NeedsSpace(Run left, Run right) =>
        left is not (TextRun or LinkRun) && !(right is TextRun { Text: [' ' or ',' or '.' or ':' or ';' or ')', ..] });

    private static Node Of(Run run, PageContext? page) =>
        run switch
        {
            TextRun text => Toned(Element.Of("span", text.Text), text.Tone),
            IdRun id => Id(id),
            SeverityRun { IsNamed: true } named => Word(Symbols.Of(named.Severity), Say.Word(named.Severity)),
            SeverityRun mark => Symbols.Named(mark.Severity),
            OutcomeRun { IsNamed: true } named => Word(Symbols.Of(named.Outcome), Say.Word(named.Outcome)),
            OutcomeRun mark => Symbols.Named(mark.Outcome),
            ApproachRun approach => Word(
                Symbols.Of(approach.Approach, approach.State),
                Words.Approach(approach.Approach)
            ),
            LinkRun link when page is not null && page.Has(link.Anchor) => Element
                .Of("a", link.Text)
                .With("href", $"#{link.Anchor}"),
            LinkRun link => link.Text,
            _ => throw new NotSupportedException($"The page has no renderer for {run.GetType().Name}."),
        };

    /// <summary>What is longer than an id of Graph may break, or it would widen the page.</summary>
    private static Element Id(IdRun run)
    {
        var names =
            (
                run.Tone switch
                {
                    Tone.Strong => "b ",
                    Tone.Quiet => "q ",
                    _ => "",
                }
            ) + (run.Id.Length <= IdLength ? "nb" : "");
        return Element.Of("code", run.Id).With("class", names.Length > 0 ? names.Trim() : null);
    }

    private static Element Word(Element mark, string word) => Element.Of("span", mark, " ", word).Class("nb");

    private static Element Toned(Element element, Tone tone) =>
        tone switch
        {
            Tone.Strong => element.Class("b"),
            Tone.Quiet => element.Class("q"),
            _ => element,
        };
}
