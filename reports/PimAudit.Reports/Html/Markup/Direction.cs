namespace PimAudit.Reports.Html.Markup;

/// <summary>Tells letters that are read from right to left.</summary>
internal static class Direction
{
    private static readonly (int From, int To)[] Blocks =
    [
        (0x0590, 0x08FF),
        (0xFB1D, 0xFDFF),
        (0xFE70, 0xFEFF),
        (0x10800, 0x10FFF),
        (0x1E800, 0x1EFFF),
    ];

    public static bool Turns(string text) =>
        text.EnumerateRunes()
            .Any(rune => Array.Exists(Blocks, block => rune.Value >= block.From && rune.Value <= block.To));
}
