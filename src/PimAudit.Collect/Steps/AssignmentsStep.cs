using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Who holds or may activate which Entra role: the directory's list and PIM's two.</summary>
internal sealed class AssignmentsStep : ICollectionStep
{
    public string Says => "Reading role assignments";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var assignments = run.Tenant.RoleAssignments();
        var active = run.Tenant.ActiveAssignments();
        var eligible = run.Tenant.EligibleAssignments();

        await run.Reader.ReadAsync(assignments, cancellation);
        await run.Reader.ReadAsync(active, cancellation);
        if (active.Failure is { HttpStatus: >= 400 and < 500, Reason: MissingReason.Malformed })
            active = await ReadWithoutOriginAsync(run, active, cancellation);
        await run.Reader.ReadAsync(eligible, cancellation);

        run.Keep(assignments, run.Rows.RoleAssignments);
        run.Keep(active, run.Rows.ActiveAssignments);
        run.Keep(eligible, run.Rows.EligibleAssignments);

        foreach (var row in run.Rows.RoleAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.ActiveAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.EligibleAssignments)
            run.Pool.Touch(row.PrincipalId);
    }

    /// <summary>Where Graph does not tell the eligibility behind an activation, the list is still worth having.</summary>
    private static async Task<ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance>> ReadWithoutOriginAsync(
        CollectionRun run,
        GraphRead refused,
        CancellationToken cancellation
    )
    {
        run.Ledger[SnapshotParts.ActiveAssignments].Count(refused);
        var plain = run.Tenant.ActiveAssignments(withOrigin: false);
        await run.Reader.ReadAsync(plain, cancellation);
        if (plain.Failure is null)
            run.Ledger.Notes.Add("Graph did not tell through which eligibility a role was activated.");
        return plain;
    }
}
