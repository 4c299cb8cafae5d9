using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Sets any block; where a kind of block is added.</summary>
internal static class BlockPrinter
{
    /// <exception cref="NotSupportedException">No printer is known for the block.</exception>
    public static IEnumerable<Part> Of(Block block, Setting setting, float width) =>
        block switch
        {
            Heading heading => [Part.Of(Furnishing.Heading(heading.Text, heading.Note, width), 18, keepsNext: true)],
            Paragraph paragraph => [ParagraphPrinter.Of(paragraph, setting, width)],
            FactList list => [FactListPrinter.Of(list, setting, width)],
            DataTable table => TablePrinter.Of(table, setting, width),
            Beside pair => [BesidePrinter.Of(pair, setting, width)],
            Legend legend => [LegendPrinter.Of(legend, setting, width)],
            VerdictBlock verdict => [VerdictPrinter.Of(verdict, setting, width)],
            KeyFigures figures => [KeyFiguresPrinter.Of(figures, width)],
            SeverityChart chart => [SeverityChartPrinter.Of(chart, width)],
            OutcomeChart chart => [OutcomeChartPrinter.Of(chart, setting, width)],
            TrendChart chart => [TrendChartPrinter.Of(chart, setting, width)],
            DecisionList list => [DecisionsPrinter.Of(list, setting, width)],
            SignatureBlock signatures => [SignaturesPrinter.Of(signatures, width)],
            FindingList list => FindingListPrinter.Of(list, setting, width),
            _ => throw new NotSupportedException($"Nothing sets a {block.GetType().Name} on paper."),
        };
}
