using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Markdown.Blocks;

/// <summary>A finding: who, what is wrong and what is expected, and folded below it what proves and mends it.</summary>
internal static class CardLines
{
    public static string Of(FindingCard card)
    {
        var finding = card.Finding;
        var text = new StringBuilder();
        text.Append($"\n### {RichLine.Mark(finding.Severity)} {Say.Word(finding.Severity)} ");
        text.Append($"{MarkdownText.Of(finding.RuleId)}: {MarkdownText.Of(finding.Title)}\n\n");
        text.Append(
            $"{Who(card)}. {MarkdownText.Of(Outcomes.Status(finding))}, finding {MarkdownText.Code(finding.ShortId)}.\n\n"
        );
        text.Append(TableLines.Head([("Observed", false), ("Expected", false)]));
        text.Append(TableLines.Row([MarkdownText.Bold(finding.Observed), MarkdownText.Of(finding.Expected)]));
        text.Append("\n<details>\n<summary>Why it matters, how to fix, evidence</summary>\n\n");
        text.Append($"{MarkdownText.Of(finding.Why)}\n\n");
        foreach (var (at, step) in finding.Fix.Steps.Index())
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at + 1}. {MarkdownText.Of(step)}\n");
        Commands(text, finding);
        text.Append('\n');
        foreach (var way in card.Ways)
            text.Append($"- {MarkdownText.Of(way.Words)}\n");
        foreach (var fact in Facts(card))
            text.Append(BlockLines.Fact(fact));
        return text.Append("\n</details>\n").ToString();
    }

    private static string Who(FindingCard card)
    {
        var subject = card.Finding.Subject;
        var name = subject.DisplayName is null ? "" : $"{MarkdownText.Bold(subject.Label)}, ";
        var login = card.Login is { } known ? $", {MarkdownText.Code(known)}" : "";
        return $"{name}{Words.Kind(subject.Kind)} {MarkdownText.Code(subject.Id)}{login}";
    }

    private static void Commands(StringBuilder text, Finding finding)
    {
        if (finding.Fix.Command is { } command)
            text.Append($"\nCommand that fixes it:\n\n{MarkdownText.Fenced(command)}");
        if (Outcomes.IsOpen(finding) && WaiverCommand.Of(finding) is { } waiver)
            text.Append($"\nCommand that waives it:\n\n{MarkdownText.Fenced(waiver)}");
    }

    private static IEnumerable<Fact> Facts(FindingCard card) =>
        [
            .. card.More is { } more ? new Fact[] { new("More", more) } : [],
            .. card.Evidence,
            .. card.Requests is { } requests ? new Fact[] { new("Read by", requests) } : [],
            .. Outcomes.IsOpen(card.Finding) && WaiverCommand.Of(card.Finding) is null
                ? new Fact[] { new("Waiver", WaiverCommand.ByHand) }
                : [],
            new("Practice", card.Practice),
            new("Who must act", card.Owner),
            .. card.Controls.Select(control => new Fact(
                "Control",
                $"{control.Relation} {control.Framework} {control.Id}, {control.Title}"
            )),
        ];
}
