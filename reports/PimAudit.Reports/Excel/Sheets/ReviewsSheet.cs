using PimAudit.Model;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>What earlier reviews decided, and what this run sees of it.</summary>
internal static class ReviewsSheet
{
    private const string StillThere = "still there";

    public static TableSheet<ReviewedRow> Of(AuditResult result) =>
        new(
            "Reviews",
            Cell.Text(
                $"{Say.Count(result.Reviews.Length, "row")} of earlier reviews: "
                    + $"{Count(result, ReviewState.StillThere)} {StillThere}, {Count(result, ReviewState.Overdue)} overdue, "
                    + $"{Count(result, ReviewState.NotConfirmed)} not confirmed, "
                    + $"{result.Reviews.Count(row => row.OfOneself)} decided by the person concerned."
            ),
            [
                new("Review", 12, row => Cell.Text(row.Review)),
                new("Principal", 22, row => Cell.Text(row.Principal.Label)),
                new("Role", 28, row => Cell.Text(row.Role.Label)),
                new("Path", 45, row => Cell.Text(row.Path), ColumnKind.Aside),
                new(ReviewColumns.Decision, 11, row => Cell.Text(DecisionOf(row))),
                new("Outcome", 40, row => Cell.Text(ReviewWords.Sentence(row))),
                new(ReviewColumns.Reviewer, 16, row => Cell.Text(row.Reviewer)),
                new("Own access", 11, row => Cell.Text(row.OfOneself ? "yes" : "no")),
                new(ReviewColumns.Justification, 40, row => Cell.Prose(row.Justification), ColumnKind.Prose),
                new(ReviewColumns.DecidedOn, 12, row => Cell.Date(row.DecidedOn), ColumnKind.Figure),
                new(ReviewColumns.Ticket, 12, row => Cell.Text(row.Ticket)),
                new(ReviewColumns.AppliedBy, 16, row => Cell.Text(row.AppliedBy)),
                new(ReviewColumns.AppliedOn, 12, row => Cell.Date(row.AppliedOn), ColumnKind.Figure),
                new("State", 14, row => Cell.Text(Say.Word(row.State))),
                new("Scope", 20, row => Cell.Text(Words.Scope(row.Scope))),
                new("Object id", 36, row => Cell.Text(row.Principal.Id), ColumnKind.Aside),
                new(ReviewNames.RowKey, 36, row => Cell.Text(row.Key), ColumnKind.Aside),
            ],
            result.Reviews
        )
        {
            FrozenColumns = 2,
            PrintedUpTo = ReviewColumns.AppliedOn,
            Highlights =
            [
                Highlight.Tint("Outcome", $"[State]=\"{Say.Word(ReviewState.StillThere)}\"", Severity.High, bold: true),
                Highlight.Hatch(
                    "Outcome",
                    $"OR([State]=\"{Say.Word(ReviewState.Undecided)}\",[State]=\"{Say.Word(ReviewState.Overdue)}\",[State]=\"{Say.Word(ReviewState.NotConfirmed)}\")"
                ),
                Highlight.Bold("Own access", "[Own access]=\"yes\""),
            ],
        };

    private static int Count(AuditResult result, ReviewState state) => result.Reviews.Count(row => row.State == state);

    private static string DecisionOf(ReviewedRow row) =>
        row.Decision is ReviewDecision.None ? "undecided" : Say.Word(row.Decision);
}
