using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>What was read, how completely, what that costs and what cures it.</summary>
internal static class CoverageSheet
{
    public static TableSheet<CoverageRow> Of(AuditResult result) =>
        new(
            "Coverage",
            Cell.Text(
                $"{Outcomes.PartsRead(result)}. {Verdict.Coverage(result)} "
                    + "An unread part is never counted as a pass."
            ),
            [
                new("Part", 24, row => Cell.Text(PartNames.Of(row.Part))),
                new("Request", 66, row => Cell.Prose(row.Request), ColumnKind.Prose),
                new("Permission", 40, row => Cell.Prose(row.Permission), ColumnKind.Prose),
                new("Pages", 7, row => Cell.Figure(row.Pages), ColumnKind.Figure),
                new("Rows", 8, row => Cell.Figure(row.Rows), ColumnKind.Figure),
                new("Retries", 8, row => Cell.Figure(row.Retries), ColumnKind.Figure),
                new("State", 12, row => Cell.Text(Say.Word(row.Status))),
                new("Rules blind", 24, row => Cell.Prose(string.Join(", ", row.BlindRules)), ColumnKind.Prose),
                new("Cure", 50, row => Cell.Prose(CureOf(row)), ColumnKind.Prose),
                new("Reason", 60, row => Cell.Prose(Reason(row)), ColumnKind.Prose),
            ],
            result.Coverage
        )
        {
            Highlights =
            [
                Highlight.Hatch(
                    "State",
                    $"AND([State]<>\"\",[State]<>\"{Say.Word(PartStatus.Complete)}\",[State]&[Rules blind]<>\"{Say.Word(PartStatus.NotAsked)}\")"
                ),
                Highlight.Bold(
                    "Part",
                    $"AND([State]<>\"\",[State]<>\"{Say.Word(PartStatus.Complete)}\",[State]&[Rules blind]<>\"{Say.Word(PartStatus.NotAsked)}\")"
                ),
            ],
        };

    /// <summary>A part that was left out and that no rule misses needs none.</summary>
    private static string? CureOf(CoverageRow row) => Outcomes.IsLeftOut(row) ? null : row.Cure;

    private static IEnumerable<string> Reason(CoverageRow row)
    {
        if (!string.IsNullOrWhiteSpace(row.Detail))
            yield return row.Detail;
        else if (row.Reason is { } reason)
            yield return $"Because {Words.Reason(reason)}.";
        foreach (var gap in row.Gaps)
            yield return $"{gap.ObjectId}: {gap.Detail}";
    }
}
