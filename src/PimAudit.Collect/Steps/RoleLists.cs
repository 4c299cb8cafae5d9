using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Who holds or may activate which Entra role: the directory's list and PIM's two.</summary>
internal sealed class RoleLists(CollectionRun run)
{
    private readonly ListRead<RoleAssignmentRow, RoleAssignment> assignments = run.Tenant.RoleAssignments();
    private readonly ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance> active = run.Tenant.ActiveAssignments(
        withOrigin: true
    );
    private readonly ListRead<RoleEligibilityInstanceRow, RoleEligibilityInstance> eligible =
        run.Tenant.EligibleAssignments();

    public IEnumerable<GraphRead> Reads => [assignments, active, eligible];

    public async Task SettleAsync(CancellationToken cancellation)
    {
        run.Keep(assignments, run.Rows.RoleAssignments);
        run.Keep(
            active.Failure is { HttpStatus: not null, Reason: MissingReason.Malformed or MissingReason.Transport }
                ? await ReadWithoutOriginAsync(cancellation)
                : active,
            run.Rows.ActiveAssignments
        );
        run.Keep(eligible, run.Rows.EligibleAssignments);

        foreach (var row in run.Rows.RoleAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.ActiveAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.EligibleAssignments)
            run.Pool.Touch(row.PrincipalId);
    }

    /// <summary>Where Graph does not tell the eligibility behind an activation, the list is still worth having.</summary>
    private async Task<ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance>> ReadWithoutOriginAsync(
        CancellationToken cancellation
    )
    {
        run.Ledger[SnapshotParts.ActiveAssignments].Count(active);
        var plain = run.Tenant.ActiveAssignments(withOrigin: false);
        await run.Reader.ReadAsync(plain, cancellation);
        run.TellsOrigin = false;
        if (plain.Failure is null)
            run.Ledger.Notes.Add("Graph did not tell through which eligibility a role was activated.");
        return plain;
    }
}
