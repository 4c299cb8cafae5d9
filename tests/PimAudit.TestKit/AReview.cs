using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>A review of a test tenant as it was sent out.</summary>
public static class AReview
{
    /// <param name="dueIn">Days after the snapshot.</param>
    public static ReviewRecord Of(TenantSnapshot asked, int dueIn = 30)
    {
        var result = Audit.Judge(asked, AuditConfiguration.Empty);
        var rows = result.Access.Select(row => new ReturnedRow(
            ImmutableDictionary<string, ReturnedCell>.Empty.Add(
                ReviewColumns.RowKey,
                new("Access Review!Y4", row.Key, null, IsFormula: false)
            ),
            _ => "Access Review!A4"
        ));
        return ReviewDesk.Issue(
            result,
            "2026-Q3",
            DateOnly.FromDateTime(A.TakenAt.UtcDateTime).AddDays(dueIn),
            new string('a', 64),
            new("issued", "", null, null, null, null, [], [.. rows])
        );
    }

    /// <summary>The same, with an answer to each row; null leaves it empty.</summary>
    public static ReviewRecord Answered(TenantSnapshot asked, Func<IssuedRow, ReviewAnswer?> answer)
    {
        var review = Of(asked);
        return review with { Rows = [.. review.Rows.Select(row => row with { Answer = answer(row) })] };
    }

    /// <summary>As somebody types it into a workbook.</summary>
    public static ReviewAnswer Answer(ReviewDecision decision, string? reviewer, DateOnly? on) =>
        new(decision, reviewer, null, on, null, null, null, new string('b', 64));
}
