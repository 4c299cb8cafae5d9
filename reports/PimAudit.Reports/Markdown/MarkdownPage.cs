using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Markdown.Blocks;

namespace PimAudit.Reports.Markdown;

/// <summary>Verdict, coverage and counts first, then the findings, then every other section in the order of the document.</summary>
internal static class MarkdownPage
{
    public static string Of(ReportDocument document, int mostBytes)
    {
        var sheet = new Sheet(mostBytes);
        var verdict = BlockTree.Of(document).OfType<VerdictBlock>().FirstOrDefault();
        var held = new Block?[] { verdict, BlockTree.Of(document).OfType<SeverityChart>().FirstOrDefault() }
            .OfType<Block>()
            .ToHashSet<Block>(ReferenceEqualityComparer.Instance);
        sheet.Must(MarkdownHead.Of(document.Head, verdict));

        var sections = document
            .Sections.Select(section =>
                section with
                {
                    Blocks = [.. section.Blocks.Select(block => BlockTree.Without(block, held)).OfType<Block>()],
                }
            )
            .Where(section => !section.Blocks.IsEmpty)
            .OrderBy(section => section.Blocks.SelectMany(BlockTree.Of).Any(block => block is FindingList) ? 0 : 1);
        foreach (var section in sections)
            Add(sheet, section);
        return sheet.ToString();
    }

    private static void Add(Sheet sheet, Section section)
    {
        var lead = section.Lead.Length == 0 ? "" : $"\n{MarkdownText.Of(section.Lead)}\n";
        if (!sheet.TryAdd($"\n## {MarkdownText.Of(section.Title)}\n{lead}"))
        {
            sheet.LeaveOut(section.Title);
            return;
        }

        foreach (var block in section.Blocks)
            BlockLines.Add(sheet, block, section.Title);
    }
}
