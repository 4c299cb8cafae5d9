using Microsoft.EntityFrameworkCore;
using PimAudit.Model;

namespace PimAudit.History;

/// <summary>Since when findings are there, over all runs of a tenant.</summary>
internal static class FindingBook
{
    /// <summary>
    /// Seen is what the run found itself. A finding that is absent is resolved only where the run says so: its rule may not
    /// have been evaluated. One that comes back begins anew. A run of an older snapshot can only move the first day back.
    /// </summary>
    public static async Task NoteAsync(HistoryContext history, AuditResult result, CancellationToken cancellation)
    {
        var tenant = result.Tenant.Id;
        var at = result.Snapshot.TakenAt;
        var known = await history
            .Findings.Where(row => row.Tenant == tenant)
            .ToDictionaryAsync(row => row.Fingerprint, StringComparer.Ordinal, cancellation);
        foreach (var finding in result.Findings.DistinctBy(one => one.Fingerprint, StringComparer.Ordinal))
        {
            var row = known.GetValueOrDefault(finding.Fingerprint);
            if (finding.Status is FindingStatus.Resolved)
                Resolve(row, at);
            else if (finding.NotConfirmed is null)
                See(row ?? Add(history, tenant, finding, at), finding, at);
        }
    }

    private static FindingRow Add(HistoryContext history, Guid tenant, Finding finding, DateTimeOffset at)
    {
        var row = new FindingRow
        {
            Tenant = tenant,
            Fingerprint = finding.Fingerprint,
            FirstSeen = at,
        };
        history.Findings.Add(row);
        return row;
    }

    private static void See(FindingRow row, Finding finding, DateTimeOffset at)
    {
        if (row.ResolvedAt is { } resolved && at >= resolved)
            (row.FirstSeen, row.ResolvedAt) = (at, null);
        else if (at < row.FirstSeen)
            row.FirstSeen = at;
        if (at < row.LastSeen)
            return;

        row.LastSeen = at;
        row.Rule = finding.RuleId;
        row.Severity = finding.Severity.ToString();
        row.Title = finding.Title;
    }

    private static void Resolve(FindingRow? row, DateTimeOffset at)
    {
        if (row is { ResolvedAt: null } && at >= row.LastSeen)
            row.ResolvedAt = at;
    }
}
