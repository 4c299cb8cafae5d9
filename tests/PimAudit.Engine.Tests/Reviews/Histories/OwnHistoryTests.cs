using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews.Histories;

/// <summary>A history that PimAudit wrote gives the same answers again, or is refused.</summary>
public sealed class OwnHistoryTests
{
    private static readonly ReviewRecord Asked = AReview.Of(
        A.Tenant.Users("Ada", "Bea", "Cleo")
            .Eligible("Ada", "Exchange Administrator")
            .Eligible("Bea", "Exchange Administrator")
            .Eligible("Cleo", "Exchange Administrator")
    );

    private static readonly ReviewRecord Answered = Asked with
    {
        Rows =
        [
            Asked.Rows[0] with
            {
                Asked = "Yan",
                Answer = new(
                    ReviewDecision.Change,
                    null,
                    "to eligible",
                    new(2026, 10, 3),
                    "T-1",
                    "Yan",
                    new(2026, 10, 4),
                    new string('b', 64)
                ),
            },
            Asked.Rows[1] with
            {
                Answer = new(ReviewDecision.Keep, "Zoe", null, new(2026, 10, 2), null, null, null, new string('b', 64))
                {
                    Source = new(Said.ReviewId, "Quarterly", A.Id("Zoe").ToString("D"), "zoe@contoso.example", null),
                },
            },
            Asked.Rows[2] with
            {
                Asked = "Yan",
            },
        ],
    };

    [Test]
    public void Every_answer_comes_back_as_it_was_with_its_source()
    {
        var imported = Import(Table(Answered));

        Assert.That(imported.Problems, Is.Empty);
        Assert.That(imported.Answers, Is.EqualTo(2));
        Assert.That(
            imported.After.Rows.Select(row => row.Answer),
            Is.EqualTo(
                Answered.Rows.Select(row =>
                    row.Answer is { } answer ? answer with { File = new string('e', 64) } : null
                )
            )
        );
    }

    [Test]
    public void Over_its_own_review_it_changes_no_answer()
    {
        var imported = ReviewImport.Of(Answered, Table(Answered), Imported.Today, replace: false);

        Assert.That(imported.After.Rows, Is.EqualTo(Answered.Rows));
    }

    [Test]
    public void Every_column_that_nobody_fills_in_is_compared()
    {
        var locked = HistoryColumns
            .All.Where(column => column.Entry is null && column.Head is not "AccessReviewId")
            .Select(column => column.Head)
            .ToList();

        Assert.That(
            locked.Where(head =>
                !Import(Changed(Table(Answered), 0, head, "spoiled"))
                    .Problems.Any(problem => problem.StartsWith($"Row 2, {head}: ", StringComparison.Ordinal))
            ),
            Is.Empty
        );
        Assert.That(locked, Has.Count.EqualTo(20));
    }

    [TestCase("ReviewResult", "Approve", "Row 2, ReviewResult: 'Approve' does not go with the answer.")]
    [TestCase("PrincipalName", "", "Row 2, PrincipalName: it was emptied.")]
    [TestCase("PrincipalName", "Eve", "Row 2, PrincipalName: it was changed to 'Eve'.")]
    [TestCase("ReviewName", "2026-Q2", "Row 2, ReviewName: it was changed to '2026-Q2'.")]
    [TestCase("Decision", "Maybe", "Row 2, Decision: 'Maybe' is no decision; use Keep, Revoke, Change, Unsure.")]
    [TestCase("ReviewDate", "3/10/2026", "Row 2, ReviewDate: Decision date '3/10/2026' is no date")]
    [TestCase("RowKey", "", "Row 2, RowKey: the row has no key")]
    [TestCase("RowKey", "0", "Row 2, RowKey: no row with the key '0' was sent out.")]
    public void A_cell_that_is_not_as_it_was_written_is_named(string head, string text, string problem) =>
        Assert.That(Import(Changed(Table(Answered), 0, head, text)).Problems, Has.One.StartsWith(problem));

    [Test]
    public void A_row_that_was_taken_out_or_stands_twice_with_two_answers_is_refused()
    {
        var table = Table(Answered);
        var twice = table with
        {
            Rows = table.Rows.Add(Changed(table, 1, "Ticket", "T-2").Rows[1] with { Number = 5 }),
        };

        Assert.That(
            Import(twice).Problems,
            Is.EqualTo(["Row 5, RowKey: the row of Row 3, RowKey stands here again, with another answer."])
        );
        Assert.That(
            Import(table with { Rows = table.Rows.RemoveAt(2) }).Problems.Single(),
            Does.EndWith("is missing.")
        );
    }

    [TestCase("Ticket", "Note")]
    public void A_column_that_was_taken_out_or_added_is_refused(string old, string now)
    {
        var table = Table(Answered);

        Assert.That(
            Import(table with { Heads = table.Heads.Replace(old, now) }).Problems,
            Is.EqualTo([
                $"Row 1: the column '{old}' is missing, or its head was changed.",
                $"Row 1: a column '{now}' was added.",
            ])
        );
    }

    private static ReviewImportResult Import(ReturnedTable table) =>
        ReviewImport.Of(
            Answered with
            {
                Rows = [.. Answered.Rows.Select(row => row with { Answer = null })],
            },
            table,
            Imported.Today,
            replace: false
        );

    private static ReturnedTable Table(ReviewRecord review) =>
        new(
            "own.csv",
            new string('e', 64),
            [.. HistoryColumns.All.Select(column => column.Head)],
            [
                .. review.Rows.Select(
                    (row, at) =>
                        new ReturnedTableRow(
                            at + 2,
                            [.. HistoryColumns.All.Select(column => column.Value(review, row) ?? "")]
                        )
                ),
            ]
        );

    private static ReturnedTable Changed(ReturnedTable table, int row, string head, string text) =>
        table with
        {
            Rows = table.Rows.SetItem(
                row,
                table.Rows[row] with
                {
                    Fields = table.Rows[row].Fields.SetItem(table.Heads.IndexOf(head), text),
                }
            ),
        };
}
