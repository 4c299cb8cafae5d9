using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Markdown.Blocks;

/// <summary>One renderer for each type of block.</summary>
internal static class BlockLines
{
    /// <param name="section">Named where there is no room for the block.</param>
    public static void Add(Sheet sheet, Block block, string section)
    {
        switch (block)
        {
            case Beside pair:
                Add(sheet, pair.Left, section);
                Add(sheet, pair.Right, section);
                break;
            case DataTable table:
                TableLines.Add(sheet, table, section);
                break;
            case FindingList list:
                FindingLines.Add(sheet, list, section);
                break;
            case FactList list:
                sheet.Add(section, "\n", [.. list.Facts.Select(Fact)], "line");
                break;
            case TrendChart chart:
                TrendLines.Add(sheet, chart, section);
                break;
            case Legend:
                // A legend explains marks; Markdown writes their words beside them.
                break;
            default:
                sheet.Add(section, Of(block), [], "line");
                break;
        }
    }

    public static string Fact(Fact fact) => $"- {MarkdownText.Bold(fact.Label)}: {RichLine.Of(fact.Value)}\n";

    private static string Of(Block block) =>
        block switch
        {
            Heading heading => TableLines.Title(heading.Text, heading.Note),
            Paragraph paragraph => $"\n{RichLine.Of(paragraph.Text)}\n",
            VerdictBlock verdict =>
                $"\n{MarkdownText.Bold(verdict.Verdict)}\n\n{Items(verdict.Sentences.Select(MarkdownText.Of))}",
            KeyFigures figures => $"\n{Items(figures.Figures.Select(Figure))}",
            DecisionList list => TableLines.Title(list.Title, note: null)
                + $"\n{Items(list.Decisions.Select(item => $"{MarkdownText.Of(item.What)} ({MarkdownText.Of(item.Who)})"))}",
            SignatureBlock signatures =>
                $"\n{Items(signatures.Signatures.Select(item => $"{MarkdownText.Bold(item.Who)}: {MarkdownText.Of(item.Statement)}"))}",
            SeverityChart chart => TableLines.Title(chart.Title, note: null)
                + $"\n{Items(chart.Counts.Select(item => $"{RichLine.Mark(item.Severity)} {Say.Word(item.Severity)}: {Number(item.Count)}"))}",
            OutcomeChart chart => TableLines.Title(chart.Title, chart.Note)
                + $"\n{Items(chart.Counts.Select(Outcome))}\n{MarkdownText.Of(chart.Parts)}\n",
            _ => throw new NotSupportedException($"Markdown has no renderer for {block.GetType().Name}."),
        };

    private static string Figure(KeyFigure item) =>
        $"{MarkdownText.Bold($"{item.Figure} {item.Unit}")} {MarkdownText.Of(item.Label)}"
        + (item.Note.Length == 0 ? "" : $", {MarkdownText.Of(item.Note)}");

    private static string Outcome(OutcomeCount item)
    {
        var note = RichLine.Of(item.Note);
        return $"{RichLine.Mark(item.Outcome)} {Say.Word(item.Outcome)}: {Number(item.Count)}{(note.Length == 0 ? "" : $", {note}")}";
    }

    private static string Items(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"- {line}\n"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
