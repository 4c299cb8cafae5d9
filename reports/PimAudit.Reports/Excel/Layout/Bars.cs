using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>Bars of letters: they survive every reader and every printer.</summary>
internal static class Bars
{
    private const int Longest = 50;

    public static CellValue Of(int count, int most) => Cell.Text(Text(count, most, Longest));

    /// <summary>Empty for nothing, at least one letter for anything else.</summary>
    public static string Text(int count, int most, int longest) =>
        count == 0 ? "" : new string('█', Math.Max(1, (int)((long)count * longest / most)));
}
