using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Markdown.Blocks;

namespace PimAudit.Reports.Markdown;

/// <summary>What everybody must see: the verdict, what it rests on, and the counts.</summary>
internal static class MarkdownHead
{
    public static string Of(DocumentHead head, VerdictBlock? verdict)
    {
        var text = new StringBuilder();
        text.Append($"# {MarkdownText.Of(head.Verdict)}\n\n");
        text.Append($"{MarkdownText.Bold(head.Tenant)}, {MarkdownText.Of($"{head.Title}, {head.Period}")}. ");
        text.Append($"{MarkdownText.Of(head.Classification)}.\n\n");
        text.Append($"> {RichLine.Mark(head.IsComplete ? RuleOutcome.Pass : RuleOutcome.NotEvaluated)} ");
        text.Append($"{MarkdownText.Bold(head.Coverage)}{Last(verdict)}\n\n");
        foreach (var sentence in (verdict?.Sentences ?? []).SkipLast(1))
            text.Append($"- {MarkdownText.Of(sentence)}\n");
        text.Append($"\n{Counts(head)}\n");
        text.AppendJoin("; ", head.Facts.Select(fact => $"{MarkdownText.Of(fact.Label)} {RichLine.Of(fact.Value)}"));
        return text.Append($"; SHA-256 of result.json {MarkdownText.Code(head.ResultSha256)}\n").ToString();
    }

    private static string Last(VerdictBlock? verdict) =>
        verdict is { Sentences: [.., var last] } ? $" {MarkdownText.Of(last)}" : "";

    private static string Counts(DocumentHead head) =>
        TableLines.Head(head.Counts.Select(item => ($"{RichLine.Mark(item.Severity)} {Say.Word(item.Severity)}", true)))
        + TableLines.Row(head.Counts.Select(item => FormattableString.Invariant($"{item.Count}")));
}
