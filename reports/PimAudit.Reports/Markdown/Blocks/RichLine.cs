using System.Collections.Immutable;
using System.Text;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Markdown.Blocks;

/// <summary>Lines of runs as one line: a cell holds no more.</summary>
internal static class RichLine
{
    private const string Between = " · ";

    public static string Of(Rich rich) => string.Join(Between, rich.Lines.Select(Of));

    public static string Mark(Severity severity) =>
        severity switch
        {
            Severity.Critical => "◆",
            Severity.High => "▲",
            Severity.Medium => "■",
            Severity.Low => "●",
            _ => "○",
        };

    public static string Mark(RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Pass => "✓",
            RuleOutcome.Fail => "✗",
            RuleOutcome.NotEvaluated => "?",
            RuleOutcome.Waived => "⊖",
            _ => "–",
        };

    private static string Of(ImmutableArray<Run> runs)
    {
        var line = new StringBuilder();
        foreach (var run in runs)
        {
            var text = Of(run);
            if (line.Length > 0 && line[^1] is not ' ' && text is not (['.' or ',' or ':' or ';' or ')' or ' ', ..]))
                line.Append(' ');
            line.Append(text);
        }

        return line.ToString().Trim();
    }

    private static string Of(Run run) =>
        run switch
        {
            TextRun { Tone: Tone.Strong } text => MarkdownText.Bold(text.Text),
            TextRun text => MarkdownText.Of(text.Text),
            IdRun id => MarkdownText.Code(id.Id),
            SeverityRun severity => Mark(severity.Severity)
                + (severity.IsNamed ? $" {Say.Word(severity.Severity)}" : ""),
            OutcomeRun outcome => Mark(outcome.Outcome) + (outcome.IsNamed ? $" {Say.Word(outcome.Outcome)}" : ""),
            ApproachRun approach => Words.Approach(approach.Approach),
            LinkRun link => MarkdownText.Of(link.Text),
            _ => throw new NotSupportedException($"Markdown has no words for {run.GetType().Name}."),
        };
}
