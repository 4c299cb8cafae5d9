using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Makes a review of a result.</summary>
public static class ReviewDesk
{
    /// <param name="name">See <see cref="ReviewColumns.IsName"/>.</param>
    /// <param name="resultSha256">64 hex digits.</param>
    /// <param name="issued">The workbook that is sent out, read back: what its locked cells show is what must come back.</param>
    public static ReviewRecord Issue(
        AuditResult result,
        string name,
        DateOnly dueOn,
        string resultSha256,
        ReturnedReview issued
    )
    {
        var shown = issued
            .Rows.Where(row => row.Cells.ContainsKey(ReviewColumns.RowKey))
            .DistinctBy(row => row.Cells[ReviewColumns.RowKey].Text, StringComparer.Ordinal)
            .ToDictionary(row => row.Cells[ReviewColumns.RowKey].Text, StringComparer.Ordinal);
        return new()
        {
            TenantId = result.Tenant.Id,
            Name = name,
            DueOn = dueOn,
            TakenAt = result.Snapshot.TakenAt,
            RunId = result.Run.Id,
            ResultSha256 = resultSha256,
            Rows =
            [
                .. result
                    .Access.DistinctBy(row => row.Key, StringComparer.Ordinal)
                    .Select(row => Issue(row, Locked(shown[row.Key]))),
            ],
        };
    }

    private static IssuedRow Issue(AccessRow row, ImmutableSortedDictionary<string, string> cells) =>
        new(
            row.Key,
            row.Principal,
            row.PrincipalName,
            row.Role,
            row.Scope,
            row.Band,
            row.State,
            row.EndsAt,
            row.IsPermanent,
            [.. row.Hops.Select(hop => new IssuedHop(hop.From, hop.Relation, hop.To))],
            $"{AccessWords.Path(row) ?? "direct"}: {AccessWords.State(row)}",
            row.Reviewer,
            cells
        );

    private static ImmutableSortedDictionary<string, string> Locked(ReturnedRow row) =>
        row
            .Cells.Where(cell => !ReviewColumns.Entries.Contains(cell.Key, StringComparer.Ordinal))
            .ToImmutableSortedDictionary(cell => cell.Key, cell => cell.Value.Text, StringComparer.Ordinal);
}
