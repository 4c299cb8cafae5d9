using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>What is different from the run before.</summary>
internal static class ChangesSheet
{
    /// <summary>The audit log does not say, or was not read so far back.</summary>
    private const string NotTold = "not told";

    public static TableSheet<ChangeRow> Of(AuditResult result) =>
        new(
            "Changes",
            Cell.Text(Context(result)),
            [
                new("Class", 10, row => Cell.Text(Say.Word(row.Subject))),
                new("Change", 15, row => Cell.Text(Say.Word(row.Kind))),
                new("Object", 28, row => Cell.Text(row.Object.Label)),
                new("Role", 28, row => Cell.Text(row.Role?.Label)),
                new("What", 34, row => Cell.Prose(row.What), ColumnKind.Prose),
                new("Before", 30, row => Cell.Prose(row.Before ?? "not there"), ColumnKind.Prose),
                new("After", 30, row => After(row), ColumnKind.Prose),
                new(
                    "When (UTC)",
                    17,
                    row => row.ChangedAt is { } at ? Cell.Moment(at) : Cell.Text(NotTold),
                    ColumnKind.Fact
                ),
                new("By", 24, row => Cell.Text(row.ChangedBy?.Label ?? NotTold)),
                new("Scope", 20, row => row.Scope is null ? Cell.Blank : Cell.Text(Words.Scope(row.Scope))),
                new("Object id", 36, row => Cell.Text(row.Object.Id), ColumnKind.Aside),
            ],
            result.Changes
        )
        {
            PrintedUpTo = "By",
            Highlights =
            [
                Highlight.Hatch("Change", $"[Change]=\"{Say.Word(ChangeKind.NotConfirmed)}\""),
                Highlight.HatchWhereNotRead("After"),
                .. new[] { ChangeKind.MadeStanding, ChangeKind.Weakened, ChangeKind.Extended }.Select(kind =>
                    Highlight.Bold("Change", $"[Change]=\"{Say.Word(kind)}\"")
                ),
                Highlight.Quiet("When (UTC)", $"[When (UTC)]=\"{NotTold}\""),
                Highlight.Quiet("By", $"[By]=\"{NotTold}\""),
            ],
        };

    private static CellValue After(ChangeRow row) =>
        row.After is { } after ? Cell.Prose(after)
        : row.Kind is ChangeKind.NotConfirmed ? Cell.Unknown
        : Cell.Text("gone");

    private static string Context(AuditResult result) =>
        result.Earlier is not [.., var before] ? "First run: there is no earlier one to compare with."
        : result.Changes.IsEmpty ? $"Nothing is different from the run of {Say.Day(before.TakenAt)}."
        : $"{Say.Count(result.Changes.Length, "difference")} from the run of {Say.Day(before.TakenAt)}, {before.Id}. "
            + "When and by whom is what the audit log tells; hatched could not be looked at again.";
}
