using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document;

/// <summary>Looks through blocks that hold blocks.</summary>
internal static class BlockTree
{
    public static IEnumerable<Block> Of(ReportDocument document) =>
        document.Sections.SelectMany(section => section.Blocks).SelectMany(Of);

    public static IEnumerable<Block> Of(Block block) =>
        block is Beside pair ? [pair, .. Of(pair.Left), .. Of(pair.Right)] : [block];

    /// <returns>What is left of a block; null where nothing is.</returns>
    public static Block? Without(Block block, IReadOnlySet<Block> gone)
    {
        if (gone.Contains(block))
            return null;
        if (block is not Beside pair)
            return block;

        var (left, right) = (Without(pair.Left, gone), Without(pair.Right, gone));
        return left is null ? right
            : right is null ? left
            : pair with { Left = left, Right = right };
    }
}
