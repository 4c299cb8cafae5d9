using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The cells of a table by the heads of their columns, in upper or lower case.</summary>
internal sealed class HistorySheet(ReturnedTable table)
{
    /// <summary>No more characters than a cell of a workbook can hold.</summary>
    private const int LongestText = 32_767;

    private readonly Dictionary<string, int> places = table
        .Heads.Index()
        .DistinctBy(head => head.Item, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(head => head.Item, head => head.Index, StringComparer.OrdinalIgnoreCase);

    public static string Place(ReturnedTableRow row, string head) =>
        string.Create(CultureInfo.InvariantCulture, $"Row {row.Number}, {head}");

    public static string Number(ReturnedTableRow row) => row.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Columns that are missing, or stand there twice.</summary>
    public IEnumerable<string> ProblemsOfHeads(IEnumerable<string> needed)
    {
        foreach (var missing in needed.Where(head => !places.ContainsKey(head)))
            yield return $"Row 1: the column '{missing}' is missing, or its head was changed.";
        foreach (
            var twice in table
                .Heads.GroupBy(head => head, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1)
        )
            yield return $"Row 1: a second column '{ReturnedRows.Short(twice.Key)}'.";
    }

    /// <summary>As it stands there.</summary>
    public string Whole(ReturnedTableRow row, string head) => row.Fields[places[head]];

    /// <returns>Trimmed; null where empty or, with a problem, where no cell could hold it.</returns>
    public string? Text(ReturnedTableRow row, string head, List<string> problems)
    {
        var text = Whole(row, head).Trim();
        if (text.Length > LongestText)
        {
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Place(row, head)}: it has {text.Length} characters; an answer has at most {LongestText}."
                )
            );
            return null;
        }

        return text.Length == 0 ? null : text;
    }
}
