using PimAudit.Model;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>Approaches as the reports write them.</summary>
internal static class Approaches
{
    public static string Word(Approach approach) =>
        approach switch
        {
            Approach.Approach1 => "Approach 1",
            Approach.Approach2 => "Approach 2",
            Approach.Unknown => Cells.Cell.NotRead,
            _ => Say.Word(approach),
        };
}
