using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>What only Graph beta tells, list by list, where it is asked for.</summary>
internal sealed class BetaStep : ICollectionStep
{
    private static readonly ReadFailure Untold = ReadFailure.Malformed(
        "Graph did not say whether the role is privileged."
    );

    private static readonly ReadFailure Cut = ReadFailure.Malformed(
        "Graph told only the first of the alert's incidents."
    );

    public string Says => "Reading what only Graph beta tells";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        if (run.Wants(SnapshotParts.PrivilegedRoles))
            await ReadPrivilegedRolesAsync(run, cancellation);
        if (run.Wants(SnapshotParts.PimGroups))
            await ReadPimGroupsAsync(run, cancellation);
        if (run.Wants(SnapshotParts.PimAlerts))
            await ReadPimAlertsAsync(run, cancellation);
    }

    private static async Task ReadPrivilegedRolesAsync(CollectionRun run, CancellationToken cancellation)
    {
        var read = run.Beta.PrivilegedRoles();
        await run.Reader.ReadAsync(read, cancellation);
        if (!run.Ledger.Settle(read))
            return;

        foreach (var row in read.Rows)
            if (row.IsPrivileged is { } isPrivileged)
                run.Rows.PrivilegedRoles.Add(new(row.Id, isPrivileged));
            else
                run.Ledger[SnapshotParts.PrivilegedRoles].Gap(row.Id.ToString("D"), Untold);
    }

    private static async Task ReadPimGroupsAsync(CollectionRun run, CancellationToken cancellation)
    {
        var read = run.Beta.PimGroups();
        await run.Reader.ReadAsync(read, cancellation);
        if (!run.Ledger.Settle(read))
            return;

        run.Rows.PimGroups.AddRange(read.Rows);
        await PimGroupCandidates.FindAsync(run, cancellation);
    }

    private static async Task ReadPimAlertsAsync(CollectionRun run, CancellationToken cancellation)
    {
        var read = run.Beta.PimAlerts();
        await run.Reader.ReadAsync(read, cancellation);
        if (!run.Ledger.Settle(read))
            return;

        foreach (var (alert, isCut) in read.Rows)
        {
            run.Rows.PimAlerts.Add(alert);
            if (isCut)
                run.Ledger[SnapshotParts.PimAlerts].Gap(alert.Id, Cut);
        }
    }
}
