using System.Collections.Immutable;
using PimAudit.Engine.Tests.Comparing;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews;

/// <summary>A review of a test tenant as it was sent out.</summary>
internal static class AReview
{
    /// <param name="dueIn">Days after the snapshot.</param>
    public static ReviewRecord Of(TenantSnapshot asked, int dueIn = 30)
    {
        var result = Changes.Judge(asked);
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
}
